import type { Place } from '@/shared/map'

/** Degrees as they are typed. */
export interface PlaceDraft {
  latitude: string
  longitude: string
}

export const draftOf = (at: { latitude: number | null; longitude: number | null }): PlaceDraft => ({ latitude: at.latitude?.toString() ?? '', longitude: at.longitude?.toString() ?? '' })

/** A number as people type it: a comma, a degree sign and blanks are forgiven. */
function degrees(text: string): number {
  const plain = text.trim().replace('，', '.').replace(',', '.').replace('°', '')
  return /^[+-]?\d+(\.\d*)?$/.test(plain) ? Number(plain) : NaN
}

/** What is wrong with it (a name of words), or null. Nothing at all is no place, and right. */
export function placeFault(draft: PlaceDraft): 'bothDegrees' | 'badLatitude' | 'badLongitude' | null {
  const [latitude, longitude] = [draft.latitude.trim(), draft.longitude.trim()]
  if (!latitude && !longitude) return null
  if (!latitude || !longitude) return 'bothDegrees'
  if (!(Math.abs(degrees(latitude)) <= 90)) return 'badLatitude'
  return Math.abs(degrees(longitude)) <= 180 ? null : 'badLongitude'
}

/** The place typed, or null when there is none or it is not right yet. */
export function placeOf(draft: PlaceDraft): Place | null {
  if (placeFault(draft) || !draft.latitude.trim()) return null
  return { latitude: degrees(draft.latitude), longitude: degrees(draft.longitude) }
}
