import type { EChartsCoreOption } from 'echarts/core'
import { count, kwh, yuan } from '@/shared/format'
import type { BillSum } from './types'

// Bills added up: figures and the picture of them.

export type SumBy = 'day' | 'station' | 'student'

/** All of them together. */
export const sumUp = (items: readonly BillSum[]): Omit<BillSum, 'key' | 'name'> => items.reduce((sum, each) => ({
  bills: sum.bills + each.bills, fen: sum.fen + each.fen, unpaid_fen: sum.unpaid_fen + each.unpaid_fen, paid_fen: sum.paid_fen + each.paid_fen, waived_fen: sum.waived_fen + each.waived_fen,
  energy_kwh: sum.energy_kwh + each.energy_kwh,
}), { bills: 0, fen: 0, unpaid_fen: 0, paid_fen: 0, waived_fen: 0, energy_kwh: 0 })

const nothing = { bills: 0, fen: 0, unpaid_fen: 0, paid_fen: 0, waived_fen: 0, energy_kwh: 0 }

/** The days of a range in order, those without bills as nothing; `to` is the day after the last. */
export function everyDay(items: readonly BillSum[], from: string, to: string): BillSum[] {
  const known = new Map(items.map(each => [each.key, each]))
  const days: BillSum[] = []
  const at = new Date(`${from}T00:00:00Z`)
  for (const mostDays = 1000; days.length < mostDays; at.setUTCDate(at.getUTCDate() + 1)) {
    const key = at.toISOString().slice(0, 10)
    if (!(key < to)) break
    days.push(known.get(key) ?? { key, name: null, ...nothing })
  }
  return days
}

/** What a bar is for: at most so many are drawn of stations and students. */
export const mostBars = 30

/** The bars to draw: every day in order; of stations and students those with the highest sums. */
export const barsOf = (items: readonly BillSum[], by: SumBy) => (by === 'day' ? [...items] : [...items].sort((a, b) => b.fen - a.fen).slice(0, mostBars))

export interface SumWords {
  money: string
  energy: string
  paid: string
  unpaid: string
  waived: string
  energyName: string
  bills: (n: string) => string
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replace(/[&<>"]/g, each => escapes[each]!)

/** Stacked bars of what was paid, is unpaid and was waived (yuan), and the energy (kWh) as a line on an axis of its own. */
export function sumOptions(bars: readonly BillSum[], by: SumBy, words: SumWords, tone: (name: string) => string, narrow: boolean): EChartsCoreOption {
  const short = (bar: BillSum) => (by === 'day' ? bar.key.slice(5) : (!narrow && bar.name) || bar.key)
  const stack = (name: string, colour: string, of: (bar: BillSum) => number) => ({
    id: name, name, type: 'bar', stack: 'fen', barMaxWidth: 36, itemStyle: { color: tone(colour) }, data: bars.map(bar => of(bar) / 100),
  })
  return {
    legend: { top: 0, data: [words.paid, words.unpaid, words.waived, words.energyName], itemWidth: 16, itemHeight: 10 },
    grid: { left: narrow ? 44 : 64, right: narrow ? 40 : 64, top: 64, bottom: bars.length > mostBars ? 72 : 48 },
    xAxis: { type: 'category', data: bars.map(short), axisLabel: { hideOverlap: true, width: by === 'day' ? 60 : 90, overflow: 'truncate', ...(by === 'day' || bars.length <= 8 ? {} : { rotate: 30 }) } },
    yAxis: [
      { type: 'value', name: words.money, nameTextStyle: { align: 'left', padding: [0, 0, 0, -24] }, splitNumber: 4 },
      { type: 'value', name: words.energy, position: 'right', nameTextStyle: { align: 'right' }, splitLine: { show: false }, splitNumber: 4 },
    ],
    ...(bars.length > 62 ? { dataZoom: [{ type: 'slider', bottom: 8, height: 20, showDataShadow: false }] } : {}),
    tooltip: {
      trigger: 'axis', confine: true, axisPointer: { type: 'shadow' },
      formatter: (given: unknown) => {
        const bar = bars[(given as { dataIndex?: number }[])[0]?.dataIndex ?? -1]
        if (!bar) return ''
        const title = bar.name && bar.name !== bar.key ? `${bar.name} ${bar.key}` : bar.key
        return [
          `<b>${escape(title)}</b>`, `${escape(words.paid)} <b>${yuan(bar.paid_fen)}</b>`, `${escape(words.unpaid)} <b>${yuan(bar.unpaid_fen)}</b>`, `${escape(words.waived)} <b>${yuan(bar.waived_fen)}</b>`,
          `${escape(words.energyName)} <b>${kwh(bar.energy_kwh)}</b>`, escape(words.bills(count(bar.bills))),
        ].join('<br>')
      },
    },
    series: [
      stack(words.paid, 'full', bar => bar.paid_fen), stack(words.unpaid, 'paused', bar => bar.unpaid_fen), stack(words.waived, 'line-strong', bar => bar.waived_fen),
      { id: 'energy', name: words.energyName, type: 'line', yAxisIndex: 1, symbol: 'circle', symbolSize: 5, showSymbol: bars.length <= 62, itemStyle: { color: tone('charging') }, lineStyle: { color: tone('charging'), width: 1.6, ...(by === 'day' ? {} : { opacity: 0 }) }, data: bars.map(bar => +bar.energy_kwh.toFixed(3)) },
    ],
  }
}

/** The table as CSV, fen as yuan. */
export function sumsCsv(items: readonly BillSum[], head: readonly string[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
  const money = (fen: number) => (fen / 100).toFixed(2)
  const rows = items.map(each => [each.key, each.name ?? '', String(each.bills), money(each.fen), money(each.paid_fen), money(each.unpaid_fen), money(each.waived_fen), each.energy_kwh.toFixed(3)])
  return `\uFEFF${[head, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}
