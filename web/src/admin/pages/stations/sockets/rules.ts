import { actionsOf } from '@/admin/kit/commands'
import { socketState, type SocketState } from '@/shared/states/states'
import type { Action, Meter } from '../types'

/** A meter with what is known of its station. */
export interface Socket {
  key: string
  meter: Meter
  state: SocketState
  stationName: string
  online: boolean
}

/** Whether an action makes sense for a meter now. */
export const takes = (meter: Meter, action: Action) => actionsOf(meter.state, meter.session !== null).includes(action)

export function socketOf(meter: Meter, station: { name: string; online: boolean } | undefined): Socket {
  const online = station?.online ?? true
  return { key: `${meter.group}/${meter.ammeter}`, meter, state: socketState(meter.state, online), stationName: station?.name ?? meter.group, online }
}

const rank: Record<SocketState, number> = { locked: 1, offline: 2, full: 3, paused: 4, charging: 5, free: 6 }

/** How soon a socket needs somebody: what waits for its meter first, an offline one with a bike in it before those that are idle. */
export function need(socket: Socket): number {
  if (socket.meter.pending) return 0
  if (socket.state === 'offline' && !socket.meter.session) return rank.offline + 3.5
  return rank[socket.state]
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Those that need somebody first; of them those that wait longest; else by station and meter. */
export function order(sockets: readonly Socket[]): Socket[] {
  return [...sockets].sort((a, b) =>
    need(a) - need(b)
    || (a.state === 'full' && b.state === 'full' ? byText(a.meter.session?.started_at ?? '', b.meter.session?.started_at ?? '') : 0)
    || byText(a.key, b.key))
}

export interface SocketFilter {
  state: string
  group: string
  search: string
}

/** A filter: pending is a state of its own here. The search is in the meter's name and number, and begins the student's number. */
export function fits(socket: Socket, filter: SocketFilter): boolean {
  if (filter.group && socket.meter.group !== filter.group) return false
  if (filter.state && !(filter.state === 'pending' ? socket.meter.pending !== null : socket.state === filter.state)) return false
  const search = filter.search.trim().toLowerCase()
  return !search || socket.meter.name.toLowerCase().includes(search) || socket.meter.ammeter.includes(search)
    || (socket.meter.session?.student_number.toLowerCase().startsWith(search) ?? false)
}

export type SocketCounts = Record<SocketState | 'pending' | 'all', number>

export function countStates(sockets: Iterable<Socket>): SocketCounts {
  const counts: SocketCounts = { all: 0, pending: 0, locked: 0, offline: 0, full: 0, paused: 0, charging: 0, free: 0 }
  for (const socket of sockets) {
    counts.all++
    counts[socket.state]++
    if (socket.meter.pending) counts.pending++
  }
  return counts
}
