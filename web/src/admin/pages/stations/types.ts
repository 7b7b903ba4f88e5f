import type { SocketAction } from '@/admin/kit/commands'
import type { components } from '@/shared/api/schema'

export type Meter = components['schemas']['AmmeterView']
export type Action = SocketAction
export type Station = components['schemas']['StationView']

/** What the live stream tells of one station. */
export interface StationTold {
  topic: string
  full: boolean
  /** Null when there is no such station. */
  station: Station | null
  ammeters: Meter[]
  gone: string[]
}

/** What it tells of every meter. */
export interface SocketsTold {
  full: boolean
  items: Meter[]
  gone: [string, string][]
}

/** What it tells of the stations. */
export interface StationsTold {
  full: boolean
  items: Station[]
  gone: string[]
}

export type ControlResult = components['schemas']['BulkControlResult']

export const actions: readonly Action[] = ['on', 'off', 'release', 'lock', 'unlock']
export const keyOf = (meter: { group: string; ammeter: string }) => `${meter.group}/${meter.ammeter}`
