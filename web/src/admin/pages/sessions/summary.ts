import { clock, dateTime, day, duration, kwh, yuan, type Language } from '@/shared/format'
import type { Charge } from './types'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** How long a charge took, or takes up to now, in minutes. */
export const minutesOf = (charge: Pick<Charge, 'started_at' | 'ended_at'>, now: number) =>
  ((charge.ended_at ? Date.parse(charge.ended_at) : now) - Date.parse(charge.started_at)) / 60_000

/** What a charge cost, or costs up to now, in fen. */
export const fenOf = (charge: Charge) => charge.bill?.fen ?? charge.live?.fen ?? null

/** What it took, or has taken, in kWh. */
export const energyOf = (charge: Charge) => charge.energy_kwh ?? charge.live?.energy_kwh ?? null

/** A charge in a sentence or two: who, where, when, how long, how much, how it ended. */
export function summary(charge: Charge, names: { station: string; socket: string }, now: number, language: Language, t: Translate): string {
  const sameDay = (time: string) => (day(time) === day(charge.started_at) ? clock(time) : dateTime(time, false))
  const values = {
    student: charge.student_number, from: dateTime(charge.started_at, false), place: t('sum.place', names), duration: duration(minutesOf(charge, now), language),
    energy: kwh(energyOf(charge)), money: yuan(fenOf(charge)), bill: charge.bill ? t(`bill.${charge.bill.status}`) : '',
  }
  const full = charge.full_at ? t('sum.full', { at: sameDay(charge.full_at) }) : ''
  if (!charge.ended_at) return t('sum.open', { ...values, how: full + t(`sum.now.${charge.status}`) })
  const reason = charge.reason ?? ''
  const how = full + t(`sum.by.${reason === 'card' || reason === 'release' ? reason : 'other'}`, { to: sameDay(charge.ended_at), reason: reason || '—' })
  return t(charge.bill ? 'sum.ended' : 'sum.free', { ...values, how })
}
