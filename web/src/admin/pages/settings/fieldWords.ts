import { yuan } from '@/shared/format'
import { usePageText } from '@/shared/i18n'
import type { Band } from './bands'
import { numberText } from './decimals'
import type { Value } from './draft'
import { fieldOf, type Field } from './fields'
import { en, zh } from './words'

/** Settings in words: their names, values with units, ranges. */
export function useFieldWords() {
  const { t } = usePageText(zh, en)
  const rule = (path: string) => /^rules\.(\w+)\.(limit|samples|action)$/.exec(path)

  /** Its name, full: "过流 · 限值". */
  function label(path: string): string {
    const part = rule(path)
    return part ? `${t(`rule.${part[1]}`)} · ${t(`ruleParts.${part[2]}`)}` : t(`f.${path}.label`)
  }
  const unit = (field: Field) => (/^\p{Script=Latin}$|[°%]/u.test(field.unit) || !field.unit ? field.unit : t(`units.${field.unit}`))
  const withUnit = (number: string, field: Field) => (field.unit === '°' ? `${number}°` : `${number} ${unit(field)}`.trim())

  function bandWords(band: Band): string {
    const rates = [
      band.fen_per_hour !== undefined && `${yuan(band.fen_per_hour)} ${t('units.perHour')}`, band.fen_per_kwh !== undefined && `${yuan(band.fen_per_kwh)} ${t('units.perKwh')}`,
    ].filter(Boolean)
    return `${band.from}–${band.to} ${rates.join(' + ') || t('band.sameAsBase')}`
  }

  /** A value with its unit. */
  function shown(path: string, value: Value | undefined): string {
    const field = fieldOf(path)
    if (value === undefined) return ''
    if (Array.isArray(value)) return value.length ? value.map(bandWords).join('；') : t('noBands')
    if (value === 'none') return field.kind === 'degreesOrNone' ? t('empty') : t('noLimit')
    if (field.kind === 'action') return t(`actions.${value as string}`)
    if (field.kind === 'coordinates') return t(`coordinates.${value as string}`)
    if (typeof value === 'string') return value || t('empty')
    if (field.kind === 'money') return `${yuan(value as number)} ${unit(field)}`
    if (field.kind === 'moneyOrNone') return yuan(value as number)
    return withUnit(numberText(value as number, field.scale), field)
  }

  const span = (seconds: number) => {
    const [scale, name] = seconds < 60 ? [1, 'seconds'] : seconds < 3600 ? [60, 'minutes'] : [3600, 'hours']
    return `${numberText(seconds, scale)} ${t(`units.${name}`)}`
  }

  /** "0.5–100 A"; empty for what is no number. */
  function range(field: Field): string {
    if (field.kind === 'money' || field.kind === 'moneyOrNone') return `${yuan(field.least)}–${yuan(field.most)}`
    if (field.kind === 'span' && field.scale > 1) return `${span(field.least)}–${span(field.most)}`
    if (field.kind === 'whole' || field.kind === 'number' || field.kind === 'span' || field.kind === 'degreesOrNone') {
      return withUnit(`${numberText(field.least, field.scale)}–${numberText(field.most, field.scale)}`, field)
    }
    return ''
  }

  return { t, label, unit, shown, range, bandWords }
}
