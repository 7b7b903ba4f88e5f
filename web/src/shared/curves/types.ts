import type { components } from '../api/schema'

export type Phase = components['schemas']['PhaseView']

/** Rows of five: the station's time (Unix s), A, V, the energy counter (kWh), W. */
export type Point = readonly (number | null)[]

/** Something seen in a curve: a point on it. */
export interface Finding {
  /** ms since 1970. */
  at: number
  severity: 'notice' | 'warning' | 'danger'
  /** What it is, with how bad, in words. */
  title: string
  text: string
}

/** Something that happened in a charge: marked in its curve by number. */
export interface Mark {
  number: number
  /** ms since 1970. */
  at: number
  kind: 'start' | 'full' | 'end' | 'decision' | 'control'
  title: string
  text: string
  tone: 'free' | 'full' | 'charging' | 'paused' | 'locked'
}
