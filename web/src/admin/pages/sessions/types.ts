import type { components } from '@/shared/api/schema'

type Schemas = components['schemas']

export type Charge = Schemas['ChargeView']
export type ChargeList = Schemas['ChargePage']
export type Phase = Schemas['PhaseView']
export type Control = Schemas['ControlView']

/** Rows of five: the station's time (Unix s), A, V, the energy counter (kWh), W. */
export type Point = readonly (number | null)[]
