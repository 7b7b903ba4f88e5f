import { duration, kwh, type Language } from '@/shared/format'
import type { BrandModel, Spread } from '@/shared/analysis/types'

// Models in words, found and sorted: there are few, all are read at once.

type Translate = (key: string, values?: Record<string, unknown>) => string

/** From so many charges on a model is good. */
export const enough = 10
export const needed = (model: Pick<BrandModel, 'charges' | 'is_good'>) => (model.is_good ? 0 : Math.max(1, enough - model.charges))

export const nameOf = (model: Pick<BrandModel, 'brand' | 'model'>) => [model.brand, model.model].filter(Boolean).join(' ')
/** Students choose a type, or a roster has it in Chinese. */
const types: Record<string, string> = { lead_acid: 'lead_acid', 铅酸: 'lead_acid', lithium: 'lithium', 锂电: 'lithium', unknown: 'none' }
export const typeOf = (type: string | null, t: Translate) => (!type ? t('type.none') : types[type] ? t(`type.${types[type]}`) : type)
export const ratedOf = ({ rated_v, rated_ah }: Pick<BrandModel, 'rated_v' | 'rated_ah'>) => [rated_v && `${rated_v} V`, rated_ah && `${rated_ah} Ah`].filter(Boolean).join(' ') || '—'

/** The range of eight of ten, in a unit. */
export const kwhSpread = (spread: Spread, t: Translate) => t('spread', { low: spread.low.toFixed(2), high: kwh(spread.high) })
export const minutesSpread = (spread: Spread, language: Language, t: Translate) => t('spread', { low: duration(spread.low, language), high: duration(spread.high, language) })

const values: Record<string, (model: BrandModel) => number | string> = {
  model: model => nameOf(model).toLowerCase(), charges: model => model.charges, batteries: model => model.batteries, energy: model => model.energy_kwh?.median ?? -1, full: model => model.minutes_to_full?.median ?? -1, last: model => model.last_at,
}

/** Those that hold every word searched for, in the order wanted ("-charges": the most first). */
export function found(models: readonly BrandModel[], search: string, sort: string, t: Translate): BrandModel[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const value = values[sort.replace(/^-/, '')] ?? values['charges']!
  const sign = sort.startsWith('-') ? -1 : 1
  return models
    .filter(model => words.every(word => `${nameOf(model)} ${typeOf(model.battery_type, t)} ${ratedOf(model)}`.toLowerCase().includes(word)))
    .sort((a, b) => (value(a) < value(b) ? -sign : value(a) > value(b) ? sign : 0))
}
