import type { components } from '@/shared/api/schema'

/** A student. Money is fen. */
export type Student = components['schemas']['StudentView']

/** A bike's battery: V, Ah. */
export type Vehicle = components['schemas']['VehicleView']
