import type { Phase, Point } from './types'

// A charge's samples as they are drawn. Time is ms since 1970 here, of the station's clock.

/** Without a sample for longer than this (s), the line breaks. */
export const longestStep = 60

export interface Curve {
  points: readonly Point[]
  /** Unix s of the last sample before a pause, and of the first one after. */
  gaps: readonly (readonly number[])[]
}

export type Quantity = 'current' | 'voltage' | 'power' | 'energy'

/** Where in a row a quantity stands, its unit, decimals, and its colour in the style sheet. */
export const quantities: Record<Quantity, { index: number; unit: string; digits: number; tone: string }> = {
  current: { index: 1, unit: 'A', digits: 2, tone: 'charging' },
  voltage: { index: 2, unit: 'V', digits: 1, tone: 'violet' },
  power: { index: 4, unit: 'W', digits: 0, tone: 'paused' },
  energy: { index: 3, unit: 'kWh', digits: 3, tone: 'full' },
}

const order: readonly Quantity[] = ['current', 'voltage', 'power', 'energy']
export const msOf = (point: Point) => (point[0] ?? 0) * 1000

/** The quantities that the meter sent at least once. */
export const sent = (curve: Curve): Quantity[] => order.filter(name => curve.points.some(point => typeof point[quantities[name].index] === 'number'))

/** A quantity's line: [ms, value], with a null in every gap, so that it breaks there. */
export function line(curve: Curve, name: Quantity): [number, number | null][] {
  const at = quantities[name].index
  const rows: [number, number | null][] = []
  const gaps = [...curve.gaps].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
  let next = 0
  for (const point of curve.points) {
    const time = point[0] ?? 0
    for (; next < gaps.length && (gaps[next]![1] ?? 0) <= time; next++) {
      if (rows.length) rows.push([((gaps[next]![0] ?? 0) + (gaps[next]![1] ?? 0)) * 500, null])
    }
    rows.push([time * 1000, point[at] ?? null])
  }
  return rows
}

/** The curve with samples that came since: those it has already are left out, and a pause before a new one is a gap. */
export function extended(curve: Curve, more: readonly Point[]): Curve {
  let last = curve.points.at(-1)?.[0] ?? -Infinity
  const points: Point[] = []
  const gaps: (readonly number[])[] = []
  for (const point of [...more].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))) {
    const time = point[0] ?? 0
    if (time <= last) continue
    if (Number.isFinite(last) && time - last > longestStep) gaps.push([last, time])
    points.push(point)
    last = time
  }
  return points.length ? { points: [...curve.points, ...points], gaps: [...curve.gaps, ...gaps] } : curve
}

/** The sample nearest to an instant (ms); undefined in a gap and where there are none. */
export function sampleAt(curve: Curve, at: number): Point | undefined {
  const { points } = curve
  let [low, high] = [0, points.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (msOf(points[middle]!) < at) low = middle + 1
    else high = middle
  }
  const [before, after] = [points[low - 1], points[low]]
  const nearest = !before ? after : !after ? before : at - msOf(before) <= msOf(after) - at ? before : after
  if (!nearest) return undefined
  const seconds = at / 1000
  return curve.gaps.some(([from = 0, to = 0]) => seconds > from && seconds < to) && msOf(nearest) !== at ? undefined : nearest
}

/** A quantity's value nearest to an instant (ms), 0 where there is none: what stands on a line stands there. */
export function valueNear(curve: Curve, name: Quantity, at: number): number {
  let [best, distance] = [0, Infinity]
  for (const point of curve.points) {
    const value = point[quantities[name].index]
    const away = Math.abs(msOf(point) - at)
    if (away < distance && typeof value === 'number') [best, distance] = [value, away]
  }
  return best
}

/** The phase an instant (ms) is in. */
export const phaseAt = (phases: readonly Phase[], at: number) => phases.find(phase => Date.parse(phase.from) <= at && at < Date.parse(phase.to))

/** The phases that occur, each once, in the order of their coming. */
export const phasesIn = (phases: readonly Phase[]) => [...new Set(phases.map(phase => phase.phase))]
