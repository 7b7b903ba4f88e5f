import type { BatteryDetail, HealthPoint, Interval, Verdict } from './types'

// A battery's health in words, and what may come of it.

type Translate = (key: string, values?: Record<string, unknown>) => string

/** Those that need somebody first. */
export const verdicts: readonly Verdict[] = ['likely_aged', 'watch', 'good', 'not_enough_data']

export const verdictLooks: Record<Verdict, { tone: 'locked' | 'paused' | 'full' | 'free'; icon: string }> = {
  likely_aged: { tone: 'locked', icon: 'warning' }, watch: { tone: 'paused', icon: 'eye' }, good: { tone: 'full', icon: 'full' }, not_enough_data: { tone: 'free', icon: 'pending' },
}

export const verdictOf = (name: string): Verdict => verdicts.find(each => each === name) ?? 'not_enough_data'

/** Below this a battery is taken for aged, percent. */
export const aged = 80

/** "可能在 87%–95% 之间"; nothing when it is not known. */
export const intervalText = (of: { low: number | null; high: number | null }, t: Translate) =>
  (of.low === null || of.high === null ? '' : t('health.interval', { low: Math.round(of.low), high: Math.round(of.high) }))

/** How it changes: an interval that holds 0 is no clear change. */
export function trendText(trend: Interval | null, t: Translate): string {
  if (!trend) return t('health.trendUnknown')
  return trend.value > -0.05 || (trend.high !== null && trend.high >= 0) ? t('health.trendFlat') : t('health.trendDown', { n: Math.abs(trend.value).toFixed(1) })
}

const long = 60
const months = (value: number) => Math.max(1, Math.round(value))

/** When it is down to 80 %: in a few words, and how sure. */
export function monthsText({ months_to_80: left, soh_percent: soh }: Pick<BatteryDetail, 'months_to_80' | 'soh_percent'>, t: Translate): { value: string; note: string } {
  if (soh !== null && soh < aged) return { value: t('health.monthsBelow'), note: '' }
  if (!left) return { value: soh === null ? t('health.unknown') : t('health.monthsNone'), note: '' }
  if (left.value > long) return { value: t('health.monthsLong'), note: '' }
  const [low, high] = [months(left.low), left.high !== null && left.high <= long ? months(left.high) : null]
  return { value: t('health.monthsValue', { n: months(left.value) }), note: high === null ? t('health.monthsFrom', { low }) : low === high ? '' : t('health.monthsRange', { low, high }) }
}

/** Where an interval lies on a bar that goes from `from` to `to` percent: shares of its length, 0 to 1. */
export function onBar(value: number, from = 50, to = 110): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}

export interface Forecast {
  at: number
  low: number
  value: number
  high: number
}

const monthMs = 30.44 * 86_400_000
const steps = 16

/** What may come: from the last point on, wider the further; none where no trend is known. It ends beyond 80 %, or after three years. */
export function forecastOf({ history, trend_percent_per_month: trend, months_to_80: left }: Pick<BatteryDetail, 'history' | 'trend_percent_per_month' | 'months_to_80'>): Forecast[] {
  const last = history.at(-1)
  if (!last || !trend || trend.value >= 0) return []
  const [best, worst, mildest] = [trend.value, Math.min(trend.low, trend.value), Math.min(0, Math.max(trend.high ?? 0, trend.value))]
  const ahead = Math.min(36, Math.max(3, left ? left.value * 1.15 : 12))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const month = (ahead * step) / steps
    const value = last.soh_percent + best * month
    const below = Math.hypot(last.soh_percent - last.low, (best - worst) * month)
    const above = Math.hypot(last.high - last.soh_percent, (mildest - best) * month)
    return { at: Date.parse(last.at) + month * monthMs, low: Math.max(0, value - below), value: Math.max(0, value), high: Math.min(last.high, value + above) }
  })
}

/** The point of a history, or of what may come, that is nearest to an instant (ms). */
export function pointNear(history: readonly HealthPoint[], forecast: readonly Forecast[], at: number): (Forecast & { future: boolean }) | undefined {
  const all = [
    ...history.map(each => ({ at: Date.parse(each.at), low: each.low, value: each.soh_percent, high: each.high, future: false })),
    ...forecast.slice(1).map(each => ({ ...each, future: true })),
  ]
  let best: (typeof all)[number] | undefined
  for (const each of all) if (!best || Math.abs(each.at - at) < Math.abs(best.at - at)) best = each
  return best
}
