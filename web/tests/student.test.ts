import { describe, expect, it } from 'vitest'
import { bars, monthNumber, monthOf, monthRange, roundTop, yearTold } from '@/shared/student/months'
import { distanceText, scannedStation, socketPlace, wayTo } from '@/shared/student/places'
import { zh } from '@/shared/student/words'

const t = (key: string, values?: Record<string, unknown>) => {
  const text = key.split('.').reduce<unknown>((of, name) => (of as Record<string, unknown>)[name], zh) as string
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values?.[name]))
}

describe('distances', () => {
  it.each([
    [0, '10 米'], [4, '10 米'], [87, '90 米'], [994, '990 米'], [995, '1.0 公里'], [1_240, '1.2 公里'], [9_940, '9.9 公里'], [9_960, '10 公里'], [123_456, '123 公里'], [null, '—'], [Number.NaN, '—'],
  ])('%s m is %s', (metres, words) => expect(distanceText(metres, t)).toBe(words))
})

describe('which socket', () => {
  it.each([
    ['东门', '东门 3 号', '东门 3 号'], ['图书馆', '3 号', '图书馆 · 3 号'], ['', '', '0001 · 0007'],
  ])('of station %j, called %j: %s', (station_name, socket_name, said) => expect(socketPlace({ group: '0001', station_name, ammeter: '0007', socket_name })).toBe(said))
})

describe('the way there', () => {
  const gate = { name: '东门 & 西', latitude: 31.4857, longitude: 120.2733 }

  it.each([
    ['tencent', 'https://apis.map.qq.com/uri/v1/routeplan', 'tocoord', (text: string) => text.split(',').map(Number)],
    ['amap', 'https://uri.amap.com/navigation', 'to', (text: string) => text.split(',').slice(0, 2).map(Number).reverse()],
  ] as const)('%s is told GCJ-02', (by, address, field, place) => {
    const url = new URL(wayTo(gate, by))
    expect(url.origin + url.pathname).toBe(address)
    const [latitude, longitude] = place(url.searchParams.get(field)!)
    // In Wuxi GCJ-02 lies about 0.0021° south and 0.0044° east.
    expect(latitude! - gate.latitude).toBeCloseTo(-0.0021, 3)
    expect(longitude! - gate.longitude).toBeCloseTo(0.0044, 3)
    expect(url.search).not.toContain(' ')
    expect([...url.searchParams.values()].some(value => value.includes(gate.name))).toBe(true)
  })

  it('outside China a place is where it is', () => expect(wayTo({ name: 'x', latitude: 48.1, longitude: 11.5 }, 'amap')).toContain('to=11.500000%2C48.100000'))
})

describe('a scanned code', () => {
  it.each([
    ['0001', '0001'], [' 0012\n', '0012'], ['https://sems.example/wechat/stations/0003', '0003'], ['https://sems.example/wechat/stations/0003/?from=qr', '0003'],
    ['http://x/stations/00031', null], ['12345', null], ['hello', null], ['', null], ['https://x/stations/0003/more', null],
  ])('%j is station %s', (text, station) => expect(scannedStation(text)).toBe(station))
})

describe('months', () => {
  it.each([[[0], 100], [[99], 100], [[101], 200], [[230], 500], [[501, 20], 1_000], [[1_001], 2_000], [[100_000], 100_000]])('%j fen are drawn against %d', (fen, top) => expect(roundTop(fen)).toBe(top))

  it('bars are as high as their money; something is seen, nothing is not', () => {
    const drawn = bars([{ fen: 0 }, { fen: 1 }, { fen: 500 }, { fen: 1_000 }])
    expect(drawn.top).toBe(1_000)
    expect(drawn.bars.map(bar => bar.height)).toEqual([0, 0.02, 0.5, 1])
  })

  it('are told by number, with the year where it begins', () => {
    const months = ['2025-11', '2025-12', '2026-01', '2026-02']
    expect(months.map(monthNumber)).toEqual([11, 12, 1, 2])
    expect(months.map((_, index) => yearTold(months, index))).toEqual(['2025', '', '2026', ''])
    expect(['2025-12', '2026-01'].map((_, index, all) => yearTold(all, index)), 'years never touch').toEqual(['', '2026'])
  })

  it("are China's", () => {
    expect(monthOf('2026-10-31T16:00:00Z')).toBe('2026-11')
    expect(monthRange('2026-12')).toEqual({ from: '2026-12-01T00:00:00+08:00', to: '2027-01-01T00:00:00+08:00' })
    expect(monthRange('2026-09')).toEqual({ from: '2026-09-01T00:00:00+08:00', to: '2026-10-01T00:00:00+08:00' })
  })
})
