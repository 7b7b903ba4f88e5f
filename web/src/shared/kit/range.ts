import { day } from '@/shared/format'

// Ranges of days in Asia/Shanghai. In the address and at the server `from` is the first day, `to` the one after the last; people read the last.

export interface DayRange {
  from: string
  to: string
}

export type QuickRange = 'today' | 'yesterday' | 'week' | 'month' | 'days30'

/** 2026-03-01 moved by so many days; empty stays empty. */
export function shiftDay(date: string, days: number): string {
  if (!date) return ''
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** The days a quick choice means at an instant. */
export function quickRange(name: QuickRange, now: number): DayRange {
  const today = day(now)
  const to = shiftDay(today, 1)
  switch (name) {
    case 'today': return { from: today, to }
    case 'yesterday': return { from: shiftDay(today, -1), to: today }
    case 'week': return { from: shiftDay(today, -6), to }
    case 'days30': return { from: shiftDay(today, -29), to }
    case 'month': return { from: `${today.slice(0, 8)}01`, to }
  }
}

/** Which quick choice a range is, if it is one. */
export const quickName = (range: DayRange, now: number, choices: readonly QuickRange[]) =>
  choices.find(name => {
    const quick = quickRange(name, now)
    return quick.from === range.from && quick.to === range.to
  })

/** A range as people read it: "2026-03-01 – 2026-03-07", one day alone, or open at an end. */
export function rangeText(range: DayRange): string {
  const last = shiftDay(range.to.slice(0, 10), -1)
  const first = range.from.slice(0, 10)
  if (first && first === last) return first
  return `${first || '…'} – ${last || '…'}`
}
