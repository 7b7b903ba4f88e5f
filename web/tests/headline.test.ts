import { describe, expect, it } from 'vitest'
import { change, headline } from '@/admin/pages/overview/headline'

const on = { online: true }
const off = { online: false }

describe('is the campus well?', () => {
  it.each([
    ['no stations', [], { open: 0, unacknowledged: 0, danger: 0 }, 'free', 'nothing'],
    ['all well', [on, on], { open: 0, unacknowledged: 0, danger: 0 }, 'full', 'well'],
    ['alarms that were seen', [on], { open: 3, unacknowledged: 0, danger: 1 }, 'full', 'well'],
    ['a station is offline', [on, off], { open: 0, unacknowledged: 0, danger: 0 }, 'paused', 'offline 1'],
    ['alarms', [on], { open: 2, unacknowledged: 2, danger: 0 }, 'paused', 'alarms 2'],
    ['danger and offline', [on, off, off], { open: 2, unacknowledged: 2, danger: 1 }, 'locked', 'alarms 2, offline 2'],
  ] as const)('%s', (_, stations, alarms, tone, words) => {
    const got = headline(stations, alarms)
    expect(got.tone).toBe(tone)
    expect(got.parts.map(p => (p.n ? `${p.name} ${p.n}` : p.name)).join(', ')).toBe(words)
  })

  it('compares with yesterday only when there was one', () => {
    expect(change(5, 0)).toBeNull()
    expect(change(15, 10)).toBeCloseTo(0.5)
    expect(change(0, 10)).toBe(-1)
  })
})
