import type { NearStation } from '@/shared/student/types'

/** A few stations where there is a free socket now: the nearest ones; where no distance is known, the one used last first, then those with most free sockets. */
export function suggested(stations: readonly NearStation[], lastUsed: string | null, most = 3): NearStation[] {
  const open = stations.filter(station => station.online && station.free > 0)
  const near = (station: NearStation) => station.distance_m ?? Infinity
  if (open.some(station => station.distance_m !== null)) return [...open].sort((a, b) => near(a) - near(b)).slice(0, most)
  const used = (station: NearStation) => (station.group === lastUsed ? 0 : 1)
  return [...open].sort((a, b) => used(a) - used(b) || b.free - a.free || a.group.localeCompare(b.group)).slice(0, most)
}
