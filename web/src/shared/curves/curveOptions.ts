import type { EChartsCoreOption } from 'echarts/core'
import { clock, dateTime } from '../format'
import { severityLooks } from '../states/severity'
import { icons } from '../states/states'
import { line, phaseAt, quantities, sampleAt, sent, valueNear, type Curve, type Quantity } from './curve'
import type { Finding, Mark, Phase } from './types'

// The picture of a charge: small multiples, one quantity on each axis, that share time and zoom.

export interface CurveWords {
  axis: Record<Quantity, string>
  phase: (name: string) => string
  phaseTitle: string
  /** How sure a phase is, 0 to 1. */
  sure: (confidence: number) => string
  notThere: string
}

export interface CurvePicture {
  curve: Curve
  phases: readonly Phase[]
  marks: readonly Mark[]
  /** What was seen in it; none unless told. */
  findings?: readonly Finding[]
  words: CurveWords
  /** A colour of the style sheet. */
  tone: (name: string) => string
  narrow: boolean
  /** Which time is on show, ms; the whole unless told. */
  shown?: { from: number; to: number }
}

/** Room above the first grid: for its name, and for the badges of marks. */
const headOf = (marks: readonly Mark[]) => (marks.length ? 56 : 30)
const gridHeight = 104
const between = 34
const foot = 64

/** Pale colours of phases, by names of the style sheet. */
export const phaseTones: Record<string, string> = { constant_current: 'charging', taper: 'violet', trickle: 'full', zero_current: 'free', interrupted: 'paused', idle: 'offline' }
/** How dense their bands are, as the last digits of a colour: what is grey twice is told apart by it. */
const density: Record<string, string> = { idle: '12', zero_current: '33' }

/** How high the picture is, in px. */
export const pictureHeight = ({ curve, marks }: Pick<CurvePicture, 'curve' | 'marks'>) => {
  const grids = Math.max(1, sent(curve).length)
  return headOf(marks) + grids * gridHeight + (grids - 1) * between + foot
}

/** Time in Asia/Shanghai as the axis writes it: with seconds when zoomed in, with the day at midnight. */
export function axisTime(ms: number): string {
  const text = dateTime(ms)
  if (ms % 60_000 !== 0) return text.slice(11)
  return text.slice(11, 16) === '00:00' ? text.slice(5, 10) : clock(ms)
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, each => escapes[each]!)

/** What hovering at an instant says: the time, every value, the phase, and what happened about then (within `reach` ms). */
export function hoverText({ curve, phases, marks, findings = [], words }: Omit<CurvePicture, 'tone' | 'narrow'>, at: number, reach: number): string {
  const sample = sampleAt(curve, at)
  const lines = [`<b>${dateTime(at)}</b>`]
  if (!sample) lines.push(escape(words.notThere))
  else {
    for (const name of sent(curve)) {
      const { index, unit, digits } = quantities[name]
      const value = sample[index]
      lines.push(`${escape(words.axis[name])} <b>${typeof value === 'number' ? `${value.toFixed(digits)} ${unit}` : '—'}</b>`)
    }
  }
  const phase = phaseAt(phases, at)
  if (phase) lines.push(`${escape(words.phaseTitle)} <b>${escape(words.phase(phase.phase))}</b> ${escape(words.sure(phase.confidence))}`)
  for (const each of findings) if (Math.abs(each.at - at) <= reach) lines.push(`<b>${escape(each.title)}</b>${each.text ? `<br>${escape(each.text)}` : ''}`)
  for (const mark of marks) if (Math.abs(mark.at - at) <= reach) lines.push(`<b>${mark.number}</b> ${escape(mark.title)}${mark.text ? `<br>${escape(mark.text)}` : ''}`)
  return `<div style="max-width:280px;white-space:normal">${lines.join('<br>')}</div>`
}

/** Bands of phases for the time axis; with words where there is room for them. */
const bands = ({ phases, tone, words, narrow }: CurvePicture, shown: { from: number; to: number }, named: boolean) => phases.map(phase => {
  const [from, to, colour] = [Date.parse(phase.from), Date.parse(phase.to), tone(phaseTones[phase.phase] ?? 'free')]
  const roomy = (Math.min(to, shown.to) - Math.max(from, shown.from)) / (shown.to - shown.from) > (narrow ? 0.2 : 0.07)
  // At constant current the line is high, else low or falling: the word keeps out of its way.
  const above = phase.phase !== 'constant_current'
  return [
    { name: words.phase(phase.phase), xAxis: from, itemStyle: { color: `${colour}${density[phase.phase] ?? '24'}` }, label: { show: named && roomy, position: above ? 'insideTop' : 'insideBottom', color: colour, fontSize: 12, fontWeight: 600 } },
    { xAxis: to },
  ]
})

/** What was seen, as icons on the line. */
const seen = ({ curve, findings = [], tone }: CurvePicture, on: Quantity, shown: { from: number; to: number }) => findings.filter(each => each.at >= shown.from && each.at <= shown.to).map(each => {
  const look = severityLooks[each.severity]
  return { name: each.title, coord: [each.at, valueNear(curve, on, each.at)], symbol: `path://${icons[look.icon]}`, symbolSize: 20, symbolKeepAspect: true, itemStyle: { color: tone('card'), borderColor: tone(look.tone), borderWidth: 2, borderCap: 'round', borderJoin: 'round' }, label: { show: false } }
})

const wholeOf = ({ curve, marks }: Pick<CurvePicture, 'curve' | 'marks'>) => {
  const times = [...curve.points.slice(0, 1), ...curve.points.slice(-1)].map(point => (point[0] ?? 0) * 1000).concat(marks.map(mark => mark.at))
  return times.length ? { from: Math.min(...times), to: Math.max(...times) } : { from: 0, to: 0 }
}

/** Marks on show as badges; those that would lie over each other share one. */
export function badges(marks: readonly Mark[], shown: { from: number; to: number }): { first: Mark; last: Mark; at: number }[] {
  const apart = (shown.to - shown.from) / 28
  const found: { first: Mark; last: Mark; at: number }[] = []
  for (const mark of marks) {
    if (mark.at < shown.from || mark.at > shown.to) continue
    const before = found.at(-1)
    if (before && mark.at - before.at < apart) before.last = mark
    else found.push({ first: mark, last: mark, at: mark.at })
  }
  return found
}

/** The series alone, for samples that come in: the rest stays as it is. */
export function seriesOf(picture: CurvePicture): Record<string, unknown>[] {
  const { curve, marks, tone } = picture
  const shown = picture.shown ?? wholeOf(picture)
  return sent(curve).map((name, index) => {
    const colour = tone(quantities[name].tone)
    return {
      id: name, name, type: 'line', xAxisIndex: index, yAxisIndex: index, showSymbol: false, connectNulls: false, data: line(curve, name),
      lineStyle: { color: colour, width: 1.6 }, itemStyle: { color: colour }, emphasis: { disabled: true },
      markArea: { silent: true, data: bands(picture, shown, index === 0) },
      markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { type: 'dashed', width: 1, color: tone('line-strong') }, data: marks.map(mark => ({ xAxis: mark.at, lineStyle: { color: tone(mark.tone) } })) },
      markPoint: index > 0 ? { data: [] } : {
        symbol: 'circle', symbolSize: 20, tooltip: { show: false },
        data: [...seen(picture, name, shown), ...badges(marks, shown).map(({ first, last, at }) => {
          const text = first.number === last.number ? String(first.number) : `${first.number}–${last.number}`
          return { name: text, coord: [at, 0], y: 12, value: first.number, symbol: text.length > 1 ? 'roundRect' : 'circle', symbolSize: [text.length > 1 ? 12 + 7 * text.length : 20, 20], itemStyle: { color: tone(first.tone) }, label: { color: tone('card'), fontSize: 12, fontWeight: 600, formatter: text } }
        })],
      },
    }
  })
}

/** The whole picture. */
export function curveOptions(picture: CurvePicture): EChartsCoreOption {
  const { curve, words, tone, narrow } = picture
  const shown = sent(curve)
  const [left, right] = narrow ? [44, 12] : [56, 20]
  const all = shown.map((_, index) => index)
  const [first, last] = [curve.points[0]?.[0] ?? 0, curve.points.at(-1)?.[0] ?? 0]
  const times = [first * 1000, last * 1000, ...picture.marks.map(mark => mark.at)].filter(time => time > 0)
  const range = times.length ? { min: Math.min(...times), max: Math.max(...times) } : {}
  const span = times.length ? Math.max(...times) - Math.min(...times) : 0
  return {
    useUTC: true,
    grid: shown.map((_, index) => ({ left, right, top: headOf(picture.marks) + index * (gridHeight + between), height: gridHeight, containLabel: false })),
    xAxis: shown.map((_, index) => ({
      type: 'time', gridIndex: index, ...range,
      axisLabel: { show: index === shown.length - 1, hideOverlap: true, formatter: axisTime }, axisTick: { show: index === shown.length - 1 },
      axisPointer: { show: true, label: { show: false } }, splitNumber: narrow ? 3 : 8,
    })),
    yAxis: shown.map((name, index) => ({
      type: 'value', gridIndex: index, scale: name !== 'current' && name !== 'power', splitNumber: 3, name: `${words.axis[name]} (${quantities[name].unit})`, nameGap: 8,
      nameTextStyle: { align: 'left', padding: [0, 0, 0, -left + 12], color: tone(quantities[name].tone), fontWeight: 600 },
      axisLabel: { formatter: (value: number) => String(+value.toFixed(3)) },
    })),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    dataZoom: [
      { type: 'inside', xAxisIndex: all, filterMode: 'none', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: true, moveOnMouseWheel: false, preventDefaultMouseMove: false },
      { type: 'slider', xAxisIndex: all, filterMode: 'none', bottom: 8, height: 24, left, right, labelFormatter: (value: number) => axisTime(Math.round(value / 1000) * 1000), showDataShadow: false },
    ],
    tooltip: {
      trigger: 'axis', confine: true, transitionDuration: 0,
      formatter: (given: unknown) => {
        const at = (given as { axisValue?: number }[])[0]?.axisValue
        return typeof at === 'number' ? hoverText(picture, at, Math.max(15_000, span / 120)) : ''
      },
    },
    series: seriesOf(picture),
  }
}
