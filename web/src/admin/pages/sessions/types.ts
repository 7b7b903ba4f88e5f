import type { components } from '@/shared/api/schema'

export type Charge = components['schemas']['ChargeView']

export interface ChargeList {
  items: Charge[]
  total: number
  capped?: boolean
}

/** Rows of five: the station's time (Unix s), A, V, the energy counter (kWh), W. */
export type Point = readonly (number | null)[]

export interface Phase {
  phase: string
  from: string
  to: string
}

export interface Control {
  at: string
  by: string
  action: string
}
