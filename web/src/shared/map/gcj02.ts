// WGS-84 (what receivers say and SEMS stores) to GCJ-02 (what maps made in mainland China are drawn by), and back.
// The formulas and figures are those published with "eviltransform" (github.com/googollee/eviltransform, MIT): the offset is a polynomial with
// sines of the distance from 105° E, 35° N in metres, on the Krasovsky 1940 ellipsoid.

/** Degrees, north and east positive. */
export interface Place {
  latitude: number
  longitude: number
}

/** Semi-major axis of Krasovsky 1940, m. */
const axis = 6_378_245
/** Its first eccentricity squared, as published with the formulas. */
const eccentricity = 0.00669342162296594323

/** The box inside which places are shifted. */
export function isInChina({ latitude, longitude }: Place): boolean {
  return longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271
}

function shift({ latitude, longitude }: Place): Place {
  const [x, y] = [longitude - 105, latitude - 35]
  const waves = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)
  const root = Math.sqrt(Math.abs(x))
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    + (2 / 3) * (waves + 20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI) + 160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y / 30) * Math.PI))
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    + (2 / 3) * (waves + 20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI) + 150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI))
  const angle = (latitude / 180) * Math.PI
  const magic = 1 - eccentricity * Math.sin(angle) ** 2
  return {
    latitude: (north * 180) / (((axis * (1 - eccentricity)) / (magic * Math.sqrt(magic))) * Math.PI),
    longitude: (east * 180) / ((axis / Math.sqrt(magic)) * Math.cos(angle) * Math.PI),
  }
}

/** Where a place lies on a GCJ-02 map; outside China where it is. */
export function toGcj02(wgs84: Place): Place {
  if (!isInChina(wgs84)) return { latitude: wgs84.latitude, longitude: wgs84.longitude }
  const by = shift(wgs84)
  return { latitude: wgs84.latitude + by.latitude, longitude: wgs84.longitude + by.longitude }
}

/** What lies at a place of a GCJ-02 map, to less than 1e-7°: found by going there and correcting by the miss. */
export function fromGcj02(gcj02: Place): Place {
  if (!isInChina(gcj02)) return { latitude: gcj02.latitude, longitude: gcj02.longitude }
  let guess = { latitude: gcj02.latitude, longitude: gcj02.longitude }
  for (let round = 0; round < 20; round++) {
    const by = shift(guess)
    const next = { latitude: gcj02.latitude - by.latitude, longitude: gcj02.longitude - by.longitude }
    const step = Math.max(Math.abs(next.latitude - guess.latitude), Math.abs(next.longitude - guess.longitude))
    guess = next
    if (step < 1e-9) break
  }
  return guess
}
