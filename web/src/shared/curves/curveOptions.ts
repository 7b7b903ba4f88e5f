import type { EChartsCoreOption } from 'echarts/core'
import { clock, dateTime } from '../format'
import { line, phaseAt, quantities, sampleAt, sent, type Curve, type Quantity } from './curve'
import type { Mark, Phase } from './types'

// The picture of a charge: small multiples, one quantity on each axis, that share time and zoom.

export interface CurveWords {
  axis: Record<Quantity, string>
  phase: (name: string) => string
  phaseTitle: string
  notThere: string
}

export interface CurvePicture {
  curve: Curve
  phases: readonly Phase[]
  marks: readonly Mark[]
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
export const phaseTones: Record<string, string> = { constant_current: 'charging', taper: 'violet', trickle: 'full', zero_current: 'free', interrupted: 'paused', idle: 'free' }

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
export function hoverText({ curve, phases, marks, words }: Omit<CurvePicture, 'tone' | 'narrow'>, at: number, reach: number): string {
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
  if (phase) lines.push(`${escape(words.phaseTitle)} ${escape(words.phase(phase))}`)
  for (const mark of marks) if (Math.abs(mark.at - at) <= reach) lines.push(`<b>${mark.number}</b> ${escape(mark.title)}${mark.text ? `<br>${escape(mark.text)}` : ''}`)
  return `<div style="max-width:280px;white-space:normal">${lines.join('<br>')}</div>`
}

/** Bands of phases for the time axis. */
const bands = (phases: readonly Phase[], tone: CurvePicture['tone']) => phases.map(phase => [
  { xAxis: Date.parse(phase.from), itemStyle: { color: `${tone(phaseTones[phase.phase] ?? 'free')}24` } }, { xAxis: Date.parse(phase.to) },
])

const whole = ({ curve, marks }: Pick<CurvePicture, 'curve' | 'marks'>) => {
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
  const { curve, phases, marks, tone } = picture
  const shown = picture.shown ?? whole(picture)
  return sent(curve).map((name, index) => {
    const colour = tone(quantities[name].tone)
    return {
      id: name, name, type: 'line', xAxisIndex: index, yAxisIndex: index, showSymbol: false, connectNulls: false, data: line(curve, name),
      lineStyle: { color: colour, width: 1.6 }, itemStyle: { color: colour }, emphasis: { disabled: true },
      markArea: { silent: true, data: bands(phases, tone) },
      markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { type: 'dashed', width: 1, color: tone('line-strong') }, data: marks.map(mark => ({ xAxis: mark.at, lineStyle: { color: tone(mark.tone) } })) },
      markPoint: index > 0 ? { data: [] } : {
        symbol: 'circle', symbolSize: 20, tooltip: { show: false },
        data: badges(marks, shown).map(({ first, last, at }) => {
          const text = first.number === last.number ? String(first.number) : `${first.number}–${last.number}`
          return { name: text, coord: [at, 0], y: 12, value: first.number, symbol: text.length > 1 ? 'roundRect' : 'circle', symbolSize: [text.length > 1 ? 12 + 7 * text.length : 20, 20], itemStyle: { color: tone(first.tone) }, label: { color: tone('card'), fontSize: 12, fontWeight: 600, formatter: text } }
        }),
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
    aria: { enabled: true },
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
