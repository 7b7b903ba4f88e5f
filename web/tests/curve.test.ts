import { describe, expect, it } from 'vitest'
import { extended, line, phaseAt, phasesIn, sampleAt, sent, type Curve } from '@/shared/curves/curve'
import { axisTime, badges, curveOptions, hoverText, pictureHeight, seriesOf, type CurvePicture } from '@/shared/curves/curveOptions'
import { marksOf } from '@/admin/pages/sessions/marks'
import type { Charge } from '@/admin/pages/sessions/types'
import type { Phase } from '@/shared/curves/types'

const at = Date.parse('2026-03-01T08:00:00+08:00') / 1000
const curve: Curve = {
  points: [[at, 1.5, 221, 10, 330], [at + 10, 1.6, null, 10.001, 340], [at + 300, 1.4, 222, 10.01, 310]],
  gaps: [[at + 10, at + 300]],
}
const phases: Phase[] = [
  { phase: 'constant_current', from: new Date(at * 1000).toISOString(), to: new Date((at + 20) * 1000).toISOString(), confidence: 0.9 },
  { phase: 'interrupted', from: new Date((at + 20) * 1000).toISOString(), to: new Date((at + 290) * 1000).toISOString(), confidence: 0.9 },
  { phase: 'constant_current', from: new Date((at + 290) * 1000).toISOString(), to: new Date((at + 310) * 1000).toISOString(), confidence: 0.9 },
]
const t = (key: string, values?: Record<string, unknown>) => (values ? `${key} ${Object.values(values).join(' ')}` : key)
const charge = {
  id: 7, group: '0001', ammeter: '201600010001', student_number: '1', card_number: 'a', status: 'ended', started_at: new Date(at * 1000).toISOString(), ended_at: new Date((at + 320) * 1000).toISOString(),
  full_at: new Date((at + 305) * 1000).toISOString(), samples: 3, energy_kwh: 0.01, energy_faults: [], reason: 'card', bill: null, live: null,
} as unknown as Charge
const marks = marksOf(charge, [{ number: 1, rule: 'over_current', action: 'lock', at: new Date((at + 12) * 1000).toISOString(), message: '电流 <b>12 A', samples: [] }], [{ at: new Date((at + 15) * 1000).toISOString(), by: 'admin', action: 'off', meter_control: '0' }], t)
const picture: CurvePicture = {
  curve, phases, marks, tone: name => `#${name.length}00000`, narrow: false,
  words: { axis: { current: '电流', voltage: '电压', power: '功率', energy: '电表读数' }, phase: name => name, phaseTitle: '阶段', notThere: '没有采样', sure: confidence => `约 ${Math.round(confidence * 100)}% 把握` },
}

describe('lines', () => {
  it('break in gaps', () => {
    expect(line(curve, 'current')).toEqual([[at * 1000, 1.5], [(at + 10) * 1000, 1.6], [(at + 155) * 1000, null], [(at + 300) * 1000, 1.4]])
  })
  it('break in gaps whose edges were thinned away', () => {
    const thin: Curve = { points: [[at, 1], [at + 500, 2]], gaps: [[at + 10, at + 300], [at + 310, at + 400]] }
    expect(line(thin, 'current').filter(row => row[1] === null)).toHaveLength(2)
  })
  it('have a break for a value that was not sent', () => expect(line(curve, 'voltage')[1]).toEqual([(at + 10) * 1000, null]))
  it('are drawn of what was sent only', () => {
    expect(sent(curve)).toEqual(['current', 'voltage', 'power', 'energy'])
    const bare: Curve = { points: [[at, 1, null, 5, null]], gaps: [] }
    expect(sent(bare)).toEqual(['current', 'energy'])
    expect(pictureHeight({ curve: bare, marks: [] })).toBeLessThan(pictureHeight({ curve, marks: [] }))
  })
})

describe('samples that come in', () => {
  it('are appended once, and a pause before them is a gap', () => {
    const more = extended(curve, [[at + 300, 1.4, 222, 10.01, 310], [at + 310, 1.3, 222, 10.02, 300], [at + 371, 1.2, 222, 10.03, 290]])
    expect(more.points.map(point => point[0])).toEqual([at, at + 10, at + 300, at + 310, at + 371])
    expect(more.gaps).toEqual([[at + 10, at + 300], [at + 310, at + 371]])
  })
  it('a minute apart are no gap', () => expect(extended(curve, [[at + 360, 1, 1, 1, 1]]).gaps).toHaveLength(1))
  it('leave the curve as it is when they are known', () => expect(extended(curve, [[at, 1.5, 221, 10, 330]])).toBe(curve))
  it('begin a curve that had none', () => expect(extended({ points: [], gaps: [] }, [[at, 1, 1, 1, 1]]).gaps).toEqual([]))
})

describe('hovering', () => {
  it.each([[at * 1000, at], [(at + 4) * 1000, at], [(at + 6) * 1000, at + 10], [(at + 150) * 1000, undefined], [(at + 300) * 1000, at + 300], [(at + 900) * 1000, at + 300]])('at %d finds the sample nearest, none in a gap', (ms, time) =>
    expect(sampleAt(curve, ms)?.[0]).toBe(time))
  it('tells every value with its unit, the phase and what happened', () => {
    const text = hoverText(picture, (at + 10) * 1000, 3000)
    for (const part of ['2026-03-01 08:00:10', '1.60 A', '—', '340 W', '10.001 kWh', 'constant_current', 'over_current', '电流 &lt;b&gt;12 A']) expect(text).toContain(part)
    expect(text).not.toContain('<b>12 A')
    expect(text).not.toContain('admin')
  })
  it('tells of a gap that there is no sample', () => {
    const text = hoverText(picture, (at + 150) * 1000, 1000)
    expect(text).toContain('没有采样')
    expect(text).toContain('interrupted')
  })
})

describe('phases', () => {
  it('are found by time', () => {
    expect(phaseAt(phases, (at + 19) * 1000)?.phase).toBe('constant_current')
    expect(phaseAt(phases, (at + 20) * 1000)?.phase).toBe('interrupted')
    expect(phaseAt(phases, (at + 310) * 1000)).toBeUndefined()
  })
  it('are in the legend once', () => expect(phasesIn(phases)).toEqual(['constant_current', 'interrupted']))
})

describe('what was seen', () => {
  const seen: CurvePicture = { ...picture, findings: [{ at: (at + 11) * 1000, severity: 'danger', title: '危险：过流', text: '电流 12 A' }, { at: (at + 200) * 1000, severity: 'notice', title: '提示：无采样', text: '' }] }
  it('stands on the first line, where it is', () => {
    const points = seriesOf(seen).map(series => (series['markPoint'] as { data: { name: string; coord: number[]; symbol: string }[] }).data.filter(point => point.symbol.startsWith('path:')))
    expect(points[0]!.map(point => [point.name, point.coord])).toEqual([['危险：过流', [(at + 11) * 1000, 1.6]], ['提示：无采样', [(at + 200) * 1000, 1.4]]])
    expect(points[0]![0]!.symbol).not.toBe(points[0]![1]!.symbol)
    expect(points.slice(1).every(data => data.length === 0)).toBe(true)
  })
  it('is told with how sure the phase is', () => {
    const text = hoverText(seen, (at + 10) * 1000, 3000)
    for (const part of ['危险：过流', '电流 12 A', '约 90% 把握']) expect(text).toContain(part)
    expect(text).not.toContain('无采样')
  })
})

describe('the picture', () => {
  const options = curveOptions(picture) as Record<string, Record<string, unknown>[]>
  it('has an axis with its unit for each quantity, one time and one zoom', () => {
    expect(options['yAxis']!.map(axis => axis['name'])).toEqual(['电流 (A)', '电压 (V)', '功率 (W)', '电表读数 (kWh)'])
    expect(new Set(options['xAxis']!.map(axis => `${axis['min'] as number}-${axis['max'] as number}`)).size).toBe(1)
    for (const zoom of options['dataZoom']!) expect(zoom['xAxisIndex']).toEqual([0, 1, 2, 3])
    for (const series of options['series']!) expect(series['connectNulls']).toBe(false)
  })
  it('shades every phase in every grid', () => {
    for (const series of seriesOf(picture)) expect((series['markArea'] as { data: unknown[] }).data).toHaveLength(phases.length)
  })
  it('names phases in the first grid where there is room', () => {
    const [first, second] = seriesOf(picture).map(series => (series['markArea'] as { data: { name: string; label: { show: boolean } }[][] }).data.map(([from]) => from!.label.show))
    expect(first).toEqual([false, true, false])
    expect(second).toEqual([false, false, false])
  })
  it('marks what happened by number, once above all grids', () => {
    const points = seriesOf(picture).map(series => (series['markPoint'] as { data: { value: number }[] }).data)
    expect(points[0]!.map(point => point.value)).toEqual([1, 2, 4, 5])
    expect(points.slice(1).every(data => data.length === 0)).toBe(true)
  })
  it('puts marks that would lie over each other under one badge', () => {
    expect(badges(marks, { from: at * 1000, to: (at + 320) * 1000 }).map(({ first, last }) => [first.number, last.number])).toEqual([[1, 1], [2, 3], [4, 4], [5, 5]])
    expect(badges(marks, { from: (at + 11) * 1000, to: (at + 39) * 1000 }).map(({ first, last }) => [first.number, last.number])).toEqual([[2, 2], [3, 3]])
  })
  it.each([['2026-03-01T08:05:00+08:00', '08:05'], ['2026-03-01T08:05:09+08:00', '08:05:09'], ['2026-03-02T00:00:00+08:00', '03-02']])('writes %s as %s', (time, text) => expect(axisTime(Date.parse(time))).toBe(text))
})

describe('what happened', () => {
  it('is in order and numbered', () => expect(marks.map(mark => [mark.number, mark.kind])).toEqual([[1, 'start'], [2, 'decision'], [3, 'control'], [4, 'full'], [5, 'end']]))
  it('says full once', () => {
    const full = { number: 1, rule: 'full', action: 'low', at: charge.full_at!, message: '', samples: [] }
    expect(marksOf(charge, [full], [], t).filter(mark => mark.kind === 'full')).toEqual([])
  })
})
