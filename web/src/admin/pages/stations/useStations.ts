import { computed, shallowRef } from 'vue'
import type { MapStation } from '@/shared/map'
import { useLive } from '@/shared/live/live'
import type { Station, StationsTold } from './types'

/** Stations after what was told of them. */
export function merged(before: ReadonlyMap<string, Station>, told: StationsTold): ReadonlyMap<string, Station> {
  const next = told.full ? new Map<string, Station>() : new Map(before)
  for (const station of told.items) next.set(station.group, station)
  for (const group of told.gone) next.delete(group)
  return next
}

/** Every station in service as the live stream tells it. */
export function useStations() {
  const stations = shallowRef<ReadonlyMap<string, Station>>(new Map())
  const isTold = shallowRef(false)
  function take(told: StationsTold) {
    stations.value = merged(stations.value, told)
    isTold.value = true
  }
  const live = useLive(['stations'], { stations: take })
  const list = computed(() => [...stations.value.values()].filter(s => !s.retired).sort((a, b) => (a.group < b.group ? -1 : 1)))
  return { ...live, stations, list, told: isTold, take }
}

/** Stations that have a place, as the map shows them: offline before alarms before well. */
export function mapStations(stations: readonly Station[], t: (key: string, values?: Record<string, unknown>) => string): MapStation[] {
  return stations
    .flatMap((station): MapStation[] => {
      if (station.latitude === null || station.longitude === null) return []
      const at = { group: station.group, name: station.name, latitude: station.latitude, longitude: station.longitude }
      if (!station.online) return [{ ...at, tone: 'offline', icon: 'offline', words: t('mapOffline') }]
      if (station.open_alarms > 0) return [{ ...at, tone: 'locked', icon: 'warning', words: t('mapAlarms', { n: station.open_alarms }) }]
      return [{ ...at, tone: 'full', icon: 'online', words: t('mapOnline', { free: station.free }) }]
    })
    .sort((a, b) => Number(a.tone === 'full') - Number(b.tone === 'full') || (a.group < b.group ? -1 : 1))
}
