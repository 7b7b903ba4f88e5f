import type { SocketAction } from '@/admin/kit/commands'
import type { components } from '@/shared/api/schema'

export type Meter = components['schemas']['AmmeterView']
export type Action = SocketAction
export interface Station {
  group: string
  name: string
  latitude: number | null
  longitude: number | null
  online: boolean
  last_poll_at: string | null
  total: number
  free: number
  charging: number
  full: number
  paused: number
  locked: number
  offline: number
  power_w: number
  retired: boolean
  has_key: boolean
  open_alarms: number
  ammeters?: Meter[] | null
}

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

export interface ControlResult {
  group: string
  ammeter: string
  ok: boolean
  message?: string | null
  meter?: Meter | null
}

export const actions: readonly Action[] = ['on', 'off', 'release', 'lock', 'unlock']
export const keyOf = (meter: { group: string; ammeter: string }) => `${meter.group}/${meter.ammeter}`
