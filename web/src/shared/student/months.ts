import { day } from '../format'

// Months and days of spending as they are drawn.

/** A bar: what it stands for, how much (fen), and how high it is, 0 to 1. */
export interface Bar<T> {
  of: T
  fen: number
  height: number
}

/** The least round number of yuan that is as large as all of these fen: 1, 2 or 5 of a power of ten; 1 yuan where there are none. In fen. */
export function roundTop(fen: readonly number[]): number {
  const most = Math.max(100, ...fen)
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map(step => step * power).find(step => step >= most) ?? most
}

/** Bars against a round top. What is not nothing is seen: at least 2 %. */
export function bars<T extends { fen: number }>(of: readonly T[]): { top: number; bars: Bar<T>[] } {
  const top = roundTop(of.map(each => each.fen))
  return { top, bars: of.map(each => ({ of: each, fen: each.fen, height: each.fen > 0 ? Math.max(0.02, each.fen / top) : 0 })) }
}

/** A month's number and, where it helps, its year: of bars, January and the first one, if the next one is not. "2026-11" → 11. */
export const monthNumber = (month: string) => Number(month.slice(5, 7))
export const yearTold = (months: readonly string[], index: number) => ((index === 0 && monthNumber(months[1] ?? '') !== 1) || monthNumber(months[index] ?? '') === 1 ? months[index]?.slice(0, 4) ?? '' : '')

/** The month it is in Asia/Shanghai: "2026-11". */
export const monthOf = (time: string | number) => day(time).slice(0, 7)

/** The first instants of a month and of the next one, ISO 8601 with China's offset. */
export function monthRange(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return { from: `${month}-01T00:00:00+08:00`, to: `${next}-01T00:00:00+08:00` }
}
