import type { MapStation } from '../map'
import type { NearStation } from './types'

/** Stations for the map: those whose place is known; how many sockets are free is what each says. */
export function marksOf(stations: readonly NearStation[], t: (key: string, values?: Record<string, unknown>) => string): MapStation[] {
  return stations.flatMap(station => (station.latitude === null || station.longitude === null ? [] : [{
    group: station.group, name: station.name || station.group, latitude: station.latitude, longitude: station.longitude,
    tone: !station.online ? 'offline' as const : station.free ? 'full' as const : 'free' as const, icon: station.online ? 'free' : 'offline',
    words: station.online ? t('freeShort', { free: station.free, total: station.total }) : t('offlineShort'),
  }]))
}
