// Numbers, money and times as people read them: units always, Asia/Shanghai, tabular figures by the style sheet.

export type Language = 'zh-CN' | 'en'

export const dash = '—'

const zone = 'Asia/Shanghai'
const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + name
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone: zone, hourCycle: 'h23', ...options })))
  return format
}

const fixed = (value: number | null | undefined, digits: number, unit: string) =>
  value === null || value === undefined || !Number.isFinite(value) ? dash : `${value.toFixed(digits)} ${unit}`

/** Fen as yuan: ¥1,234.50. */
export function yuan(fen: number | null | undefined): string {
  if (fen === null || fen === undefined) return dash
  return `${fen < 0 ? '-' : ''}¥${(Math.abs(fen) / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
}

/** kWh with two decimals. */
export const kwh = (value: number | null | undefined) => fixed(value, 2, 'kWh')

/** A with one decimal. */
export const ampere = (value: number | null | undefined) => fixed(value, 1, 'A')

/** V with one decimal. */
export const volt = (value: number | null | undefined) => fixed(value, 1, 'V')

/** W, from 10,000 W on as kW. */
export function watt(value: number | null | undefined): string {
  if (value === null || value === undefined) return dash
  return Math.abs(value) >= 10_000 ? fixed(value / 1000, 1, 'kW') : fixed(value, 0, 'W')
}

/** A count with separators. */
export const count = (value: number | null | undefined) => (value === null || value === undefined ? dash : value.toLocaleString('en-US'))

/** A part of a whole, 0 to 1, as %. */
export const percent = (value: number | null | undefined) => (value === null || value === undefined ? dash : `${Math.round(value * 100)} %`)

/** Bytes as MiB or GiB. */
export function bytes(value: number | null | undefined): string {
  if (value === null || value === undefined) return dash
  const mib = value / 1_048_576
  return mib >= 1024 ? `${(mib / 1024).toFixed(1)} GiB` : `${mib.toFixed(mib < 10 ? 1 : 0)} MiB`
}

/** Minutes as "3 小时 12 分" or "3 h 12 min". */
export function duration(minutes: number | null | undefined, language: Language): string {
  if (minutes === null || minutes === undefined || !Number.isFinite(minutes)) return dash
  const whole = Math.max(0, Math.floor(minutes))
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60]
  const parts = language === 'en'
    ? [days && `${days} d`, hours && `${hours} h`, `${rest} min`]
    : [days && `${days} 天`, hours && `${hours} 小时`, `${rest} 分`]
  return parts.filter(Boolean).join(' ')
}

const at = (time: string | number | Date) => (time instanceof Date ? time : new Date(time))

/** 2026-03-01 08:05:09 in Asia/Shanghai. */
export function dateTime(time: string | number | Date | null | undefined, seconds = true): string {
  if (time === null || time === undefined || time === '') return dash
  const parts = dateFormat('en', seconds ? 's' : 'm', {
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', ...(seconds ? { second: '2-digit' } : {}),
  }).formatToParts(at(time))
  const part = (type: string) => parts.find(p => p.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}${seconds ? ':' + part('second') : ''}`
}

/** 2026-03-01 in Asia/Shanghai. */
export const day = (time: string | number | Date | null | undefined) => dateTime(time).slice(0, 10)

/** 08:05 in Asia/Shanghai. */
export const clock = (time: string | number | Date) => dateTime(time).slice(11, 16)

/** Under an hour "3 分钟前", else the time; the exact time belongs beside it (see TimeText.vue). */
export function relative(time: string | number | Date | null | undefined, now: number, language: Language): string {
  if (time === null || time === undefined || time === '') return dash
  const seconds = Math.round((now - at(time).getTime()) / 1000)
  const en = language === 'en'
  if (seconds < -5 || seconds >= 3600) {
    const text = dateTime(time, false)
    return text.slice(0, 10) === day(now) ? text.slice(11) : text
  }
  if (seconds < 5) return en ? 'just now' : '刚刚'
  if (seconds < 60) return en ? `${seconds} s ago` : `${seconds} 秒前`
  const minutes = Math.floor(seconds / 60)
  return en ? `${minutes} min ago` : `${minutes} 分钟前`
}

/** The first instant of a day in Asia/Shanghai (which has no summer time), shifted by days, ISO 8601 with offset. */
export function dayStart(now: number, shift = 0): string {
  return `${day(now + shift * 86_400_000)}T00:00:00+08:00`
}
