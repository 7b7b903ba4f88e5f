import { describe, expect, it } from 'vitest'
import { fromGcj02, isInChina, toGcj02 } from '@/shared/map/gcj02'

// The vectors published with eviltransform (transform_test.go and its ports).
const published = [
  ['Shanghai', 31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
  ['Shenzhen', 22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
  ['Beijing', 39.911954, 116.377817, 39.91334545536069, 116.38404722455657],
] as const

describe('GCJ-02', () => {
  it.each(published)('shifts %s as published', (_, latitude, longitude, north, east) => {
    const shifted = toGcj02({ latitude, longitude })
    expect(Math.abs(shifted.latitude - north)).toBeLessThan(1e-8)
    expect(Math.abs(shifted.longitude - east)).toBeLessThan(1e-8)
  })

  it.each(published)('finds %s again', (_, latitude, longitude, north, east) => {
    const back = fromGcj02({ latitude: north, longitude: east })
    expect(Math.abs(back.latitude - latitude)).toBeLessThan(1e-7)
    expect(Math.abs(back.longitude - longitude)).toBeLessThan(1e-7)
  })

  it('goes there and back to less than 1e-7° all over China', () => {
    let worst = 0
    for (let latitude = 18; latitude <= 53; latitude += 0.73) {
      for (let longitude = 74; longitude <= 134; longitude += 0.91) {
        const back = fromGcj02(toGcj02({ latitude, longitude }))
        worst = Math.max(worst, Math.abs(back.latitude - latitude), Math.abs(back.longitude - longitude))
      }
    }
    expect(worst).toBeLessThan(1e-7)
  })

  it.each([['London', 51.5074, -0.1278], ['Sydney', -33.8688, 151.2093], ['Tokyo', 35.6812, 139.7671]])('leaves %s where it is', (_, latitude, longitude) => {
    expect(isInChina({ latitude, longitude })).toBe(false)
    expect(toGcj02({ latitude, longitude })).toEqual({ latitude, longitude })
    expect(fromGcj02({ latitude, longitude })).toEqual({ latitude, longitude })
  })
})
