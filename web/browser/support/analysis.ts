import type { Page } from '@playwright/test'
import type { BatteryDetail, Finding } from '../../src/shared/analysis/types'

// What only months of charging, or a fault, would show: replies that stand in for the server's.

const month = 30.44 * 86_400_000

/** A battery that lost so many points a month in a year of charging. */
export function battery(verdict: 'good' | 'watch' | 'likely_aged', number = '1030412535'): BatteryDetail {
  const [start, slope] = { good: [99, -0.2], watch: [96, -0.9], likely_aged: [88, -1.1] }[verdict] as [number, number]
  const now = Date.now()
  const history = Array.from({ length: 40 }, (_, index) => {
    const soh = start + (slope * 12 * index) / 39 + Math.sin(index * 7) * 0.6
    const unsure = 2.5 + 8 * Math.exp(-index / 8)
    return { at: new Date(now - 12 * month + (12 * month * index) / 39).toISOString(), charge_id: index + 1, soh_percent: soh, low: soh - unsure, high: soh + unsure }
  })
  const last = history.at(-1)!
  const left = last.soh_percent > 80 && verdict !== 'good' ? (last.soh_percent - 80) / -slope : null
  return {
    student_number: number, brand: '爱玛', model: 'A500', battery_type: '铅酸', rated_v: 48, rated_ah: 12, soh_percent: last.soh_percent, low: last.low, high: last.high, verdict, charges: 40, last_at: last.at,
    months_to_80: left === null ? null : { value: left, low: left * 0.7, high: left * 1.5 }, trend_percent_per_month: { value: slope, low: slope * 1.4, high: verdict === 'good' ? 0.1 : slope * 0.6 },
    reasons: ['充满平均充入 401 Wh，约为额定容量的七成。', '恒流时间比前三个月短。'], history, missing: [],
  }
}

/** One finding of each severity within a charge. */
export function findingsOf(charge: { started_at: string; ended_at: string | null }): Finding[] {
  const [from, to] = [Date.parse(charge.started_at), Date.parse(charge.ended_at ?? charge.started_at)]
  const at = (share: number) => new Date(from + (to - from) * share).toISOString()
  return [
    { kind: 'poor_contact', severity: 'warning', at: at(0.3), confidence: 0.82, message: '电压比无电流时低 14.2 V。', advice: '请检查插头和插座是否松动或发热。' },
    { kind: 'energy_backward', severity: 'notice', at: at(0.6), confidence: 1, message: '电能读数从 12.31 倒退到 11.02 kWh。', advice: '请安排校验电表。' },
    { kind: 'tail_rise', severity: 'danger', at: at(0.9), confidence: 0.97, message: '充满后电流从 0.08 A 升到 0.62 A。', advice: '请断电并到现场查看。' },
  ]
}

/** The student's own battery is this one. */
export const standInBattery = (page: Page, of: BatteryDetail) => page.route('**/api/student/battery', route => route.fulfill({ json: of }))

/** Analyses are the server's, with these findings. */
export const standInFindings = (page: Page, findings: readonly Finding[]) => page.route('**/charges/*/analysis', async route => {
  const reply = await route.fetch()
  await route.fulfill({ response: reply, json: { ...((await reply.json()) as object), findings } })
})
