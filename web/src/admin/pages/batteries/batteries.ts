import type { Battery, BatterySummary, Verdict } from '@/shared/analysis/types'

// The fleet's batteries in words.

type Translate = (key: string, values?: Record<string, unknown>) => string

export const countOf = (summary: BatterySummary, verdict: Verdict) => summary.by_verdict[verdict]

/** Which batteries are ageing, in a line. */
export function fleetAnswer(summary: BatterySummary, t: Translate): string {
  const [aged, watch, good] = [countOf(summary, 'likely_aged'), countOf(summary, 'watch'), countOf(summary, 'good')]
  if (aged) return t('list.answerAged', { aged, watch })
  if (watch) return t('list.answerWatch', { watch })
  if (good) return t('list.answerWell', { good })
  return summary.batteries ? t('list.answerLearning', { n: summary.batteries }) : t('list.answerNone')
}

/** The histogram without holes: every step from the least to the most, and which of them lie below 80 %. */
export function barsOf(histogram: BatterySummary['histogram']): { from: number; to: number; count: number; aged: boolean; height: number }[] {
  if (!histogram.length) return []
  const step = histogram[0]!.to - histogram[0]!.from
  const first = Math.min(80 - step, ...histogram.map(each => each.from))
  const last = Math.max(100, ...histogram.map(each => each.to))
  const most = Math.max(...histogram.map(each => each.count), 1)
  const bars = []
  for (let from = first; from < last; from += step) {
    const count = histogram.filter(each => each.from >= from && each.from < from + step).reduce((sum, each) => sum + each.count, 0)
    bars.push({ from, to: from + step, count, aged: from + step <= 80, height: count / most })
  }
  return bars
}

export const vehicleOf = (battery: Pick<Battery, 'brand' | 'model' | 'rated_v' | 'rated_ah'>) =>
  [battery.brand, battery.model, battery.rated_v && `${battery.rated_v} V`, battery.rated_ah && `${battery.rated_ah} Ah`].filter(Boolean).join(' ')

/** A battery's change a month: "−0.6"; nothing when none is clear. */
export function perMonth({ trend_percent_per_month: trend }: Pick<Battery, 'trend_percent_per_month'>, t: Translate): string {
  if (!trend) return '—'
  return trend.value > -0.05 || (trend.high !== null && trend.high >= 0) ? t('flat') : t('perMonth', { n: `−${Math.abs(trend.value).toFixed(1)}` })
}
