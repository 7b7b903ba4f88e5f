import { toGcj02, type Place } from '../map/gcj02'

// How far a station is, and the way there.

type Translate = (key: string, values?: Record<string, unknown>) => string

/** Which socket, with its station unless its own name begins with that. */
export function socketPlace(of: { group: string; station_name: string; ammeter: string; socket_name: string }): string {
  const [station, socket] = [of.station_name || of.group, of.socket_name || of.ammeter]
  return socket.startsWith(station) ? socket : `${station} · ${socket}`
}

/** Metres as people say them: to 10 m under 1 km, to 0.1 km under 10 km, else whole km; "—" where it is not known. */
export function distanceText(metres: number | null | undefined, t: Translate): string {
  if (metres === null || metres === undefined || !Number.isFinite(metres)) return '—'
  if (metres < 995) return t('distance.m', { n: Math.max(10, Math.round(metres / 10) * 10) })
  const km = metres / 1000
  return t('distance.km', { n: km < 9.95 ? km.toFixed(1) : Math.round(km) })
}

/** Who shows the way. */
export type Guide = 'tencent' | 'amap'

/**
 * The address that opens a map app, or its page, with the way to a place (WGS-84). Both want GCJ-02.
 * Tencent: https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebRoute; AMap: https://lbs.amap.com/api/uri-api/guide/travel/route
 */
export function wayTo(place: Place & { name: string }, by: Guide): string {
  const there = toGcj02(place)
  const [latitude, longitude] = [there.latitude.toFixed(6), there.longitude.toFixed(6)]
  const asked = by === 'tencent'
    ? new URLSearchParams({ type: 'walk', to: place.name, tocoord: `${latitude},${longitude}`, referer: 'SEMS' })
    : new URLSearchParams({ to: `${longitude},${latitude},${place.name}`, mode: 'walk', coordinate: 'gaode', src: 'SEMS', callnative: '1' })
  return `${by === 'tencent' ? 'https://apis.map.qq.com/uri/v1/routeplan' : 'https://uri.amap.com/navigation'}?${asked}`
}

/** The station's number that a scanned code means: four digits themselves, or an address that ends in /stations/NUMBER; else null. */
export function scannedStation(text: string): string | null {
  const given = text.trim()
  if (/^\d{4}$/.test(given)) return given
  return /\/stations\/(\d{4})\/?(?:[?#].*)?$/.exec(given)?.[1] ?? null
}
