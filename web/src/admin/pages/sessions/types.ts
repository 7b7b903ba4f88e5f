import type { components } from '@/shared/api/schema'

type Schemas = components['schemas']

export type Charge = Schemas['ChargeView']
export type ChargeList = Schemas['ChargePage']
export type Control = Schemas['ControlView']
