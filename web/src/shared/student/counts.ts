import type { Ref } from 'vue'
import { useLive } from '../live/live'
import { liveAddress } from './api'
import type { PlaceCounts } from './types'

/** Counts as the stream tells them, over those that were read: the whole first, then what changed. */
export function withCounts<S extends PlaceCounts>(stations: readonly S[], told: ReadonlyMap<string, PlaceCounts>): S[] {
  return stations.map(station => {
    const now = told.get(station.group)
    return now ? { ...station, free: now.free, total: now.total, charging: now.charging, online: now.online } : station
  })
}

/** Keeps counts live in a map by station. */
export function useCounts(counts: Ref<ReadonlyMap<string, PlaceCounts>>, changed?: () => void) {
  return useLive(['places'], {
    places: (told: PlaceCounts[] | { places?: PlaceCounts[] }) => {
      const rows = Array.isArray(told) ? told : told.places ?? []
      counts.value = new Map([...counts.value, ...rows.map(row => [row.group, row] as const)])
      changed?.()
    },
  }, liveAddress)
}
