import { useI18n } from 'vue-i18n'
import { dash, dateTime, yuan } from '@/shared/format'
import type { Json } from './diff'
import { useAuditText, whats, zh } from './words'

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** Words of the audit log: of a kind of change, a field, a value. What has none is shown as it is. */
export function useAuditWords() {
  const { t } = useAuditText()
  const { te, t: common } = useI18n()
  const known = new Set(whats)

  const what = (word: string) => (known.has(word) ? t(`words.${word.includes('.') ? word : `${word}._`}`) : word)

  const kindOf = (kind: string) => (kind in zh.of ? t(`of.${kind}`) : kind)

  /** tariff.bands[1].fen_per_hour as its parts in words. */
  function field(path: string): string {
    return path.split('.').map(part => {
      const [, name = part, index = ''] = /^(\w+)((?:\[\d+\])*)$/.exec(part) ?? []
      const word = name in zh.fields ? t(`fields.${name}`) : te(`field.${name}`) ? common(`field.${name}`) : te(`rule.${name}`) ? common(`rule.${name}`) : name
      return word + index.replaceAll('[', ' ').replaceAll(']', '')
    }).join(' · ')
  }

  function value(path: string, given: Json | undefined): string {
    if (given === null || given === undefined || given === '') return dash
    if (typeof given === 'boolean') return t(given ? 'common.yes' : 'common.no')
    if (typeof given === 'number') return /(^|[._])fen$/.test(path) ? yuan(given) : String(given)
    if (typeof given === 'string') {
      if (time.test(given) && !Number.isNaN(Date.parse(given))) return dateTime(given)
      const last = path.split('.').at(-1) ?? ''
      const spaces: Record<string, string[]> = { role: ['role'], state: ['state', 'charge', 'bill'], status: ['bill', 'charge'], control: ['state', 'action'], rule: ['rule'], kind: ['push'] }
      const found = (spaces[last] ?? []).map(space => `${space}.${given}`).find(key => te(key))
      return found ? common(found) : given
    }
    return Array.isArray(given) ? given.map(each => value(path, each)).join('、') : JSON.stringify(given)
  }

  return { t, what, kindOf, field, value }
}
