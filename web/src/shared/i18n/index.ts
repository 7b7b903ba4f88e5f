import { createI18n, useI18n } from 'vue-i18n'
import type { Language } from '@/shared/format'
import en from './en'
import zh from './zh'

const kept = 'sems-language'

function first(): Language {
  const asked = localStorage.getItem(kept)
  return asked === 'en' || asked === 'zh-CN' ? asked : 'zh-CN'
}

export const i18n = createI18n({ legacy: false, locale: first(), fallbackLocale: 'zh-CN', messages: { 'zh-CN': zh, en } })
document.documentElement.lang = first()

type Translate = (key: string, values?: Record<string, unknown> | number) => string

/** Words of one page: texts that are not there are taken from the common ones. */
export function usePageText(pageZh: Record<string, unknown>, pageEn: Record<string, unknown>): { t: Translate } {
  // The library's types of messages are deeper than the compiler follows.
  const use = useI18n as (options: object) => { t: unknown }
  const { t } = use({ useScope: 'local', inheritLocale: true, fallbackRoot: true, missingWarn: false, fallbackWarn: false, messages: { 'zh-CN': pageZh, en: pageEn } })
  return { t: t as Translate }
}

/** The language now, for formats. */
export const language = () => i18n.global.locale.value as Language

export function setLanguage(to: Language) {
  i18n.global.locale.value = to
  document.documentElement.lang = to
  localStorage.setItem(kept, to)
}
