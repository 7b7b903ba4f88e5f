import type { components } from '@/shared/api/schema'

export type Role = 'operator' | 'administrator'

/** An account of this console. */
export type Administrator = components['schemas']['AdministratorView']
