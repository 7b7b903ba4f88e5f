import { describe, expect, it } from 'vitest'
import { ampere, bytes, count, dash, dateTime, day, dayStart, duration, kwh, relative, watt, yuan } from '@/shared/format'

describe('numbers', () => {
  it.each([
    [0, '¥0.00'], [5, '¥0.05'], [534, '¥5.34'], [123_456_789, '¥1,234,567.89'], [-50, '-¥0.50'], [null, dash], [undefined, dash],
  ])('%s fen is %s', (fen, words) => expect(yuan(fen)).toBe(words))

  it.each([
    [kwh(1.005), '1.00 kWh'], [kwh(null), dash], [ampere(2.345), '2.3 A'], [ampere(NaN), dash], [watt(523.4), '523 W'], [watt(12_345), '12.3 kW'], [count(1_234_567), '1,234,567'],
    [bytes(5_242_880), '5.0 MiB'], [bytes(169 * 1_048_576), '169 MiB'], [bytes(3 * 2 ** 30), '3.0 GiB'],
  ])('%s', (got, wanted) => expect(got).toBe(wanted))

  it.each([
    [0.9, '0 分', '0 min'], [59, '59 分', '59 min'], [192, '3 小时 12 分', '3 h 12 min'], [60, '1 小时 0 分', '1 h 0 min'], [1500, '1 天 1 小时 0 分', '1 d 1 h 0 min'], [-3, '0 分', '0 min'],
  ])('%s minutes', (minutes, zh, en) => {
    expect(duration(minutes, 'zh-CN')).toBe(zh)
    expect(duration(minutes, 'en')).toBe(en)
  })
})

describe('times are those of Asia/Shanghai', () => {
  it.each([
    ['2026-03-01T16:30:05Z', '2026-03-02 00:30:05'], ['2026-12-31T15:59:59Z', '2026-12-31 23:59:59'], ['2026-03-01T08:00:00+08:00', '2026-03-01 08:00:00'],
  ])('%s is %s', (time, words) => {
    expect(dateTime(time)).toBe(words)
    expect(day(time)).toBe(words.slice(0, 10))
  })

  const now = Date.parse('2026-03-02T02:00:00Z') // 10:00 there
  it.each([
    ['2026-03-02T01:59:58Z', '刚刚', 'just now'], ['2026-03-02T01:59:20Z', '40 秒前', '40 s ago'], ['2026-03-02T01:57:00Z', '3 分钟前', '3 min ago'],
    ['2026-03-02T00:05:00Z', '08:05', '08:05'], ['2026-03-01T15:00:00Z', '2026-03-01 23:00', '2026-03-01 23:00'], ['2026-03-02T02:10:00Z', '10:10', '10:10'],
  ])('%s, seen at 10:00', (time, zh, en) => {
    expect(relative(time, now, 'zh-CN')).toBe(zh)
    expect(relative(time, now, 'en')).toBe(en)
  })

  it('a day begins at midnight there', () => {
    expect(dayStart(Date.parse('2026-03-01T17:00:00Z'))).toBe('2026-03-02T00:00:00+08:00')
    expect(dayStart(Date.parse('2026-03-01T17:00:00Z'), -1)).toBe('2026-03-01T00:00:00+08:00')
  })
})
