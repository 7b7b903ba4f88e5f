import { describe, expect, it } from 'vitest'
import { added, fitting, stepsOf } from '@/admin/pages/billing/steps'
import { barsOf, everyDay, mostBars, sumOptions, sumsCsv, sumUp } from '@/admin/pages/billing/sums'
import type { BillSum } from '@/admin/pages/billing/types'
import { fenOf, moneyText, yuanOf } from '@/admin/kit/money'
import { suggestions } from '@/admin/kit/ledgerSearch'
import { quickName, quickRange, rangeText, shiftDay } from '@/shared/kit/range'

const sum = (key: string, fen: number, more: Partial<BillSum> = {}): BillSum => ({ key, name: null, bills: 1, fen, unpaid_fen: fen, paid_fen: 0, waived_fen: 0, energy_kwh: 0.5, ...more })

describe('ranges of days', () => {
  // 00:30 in Shanghai is the day before in UTC.
  const now = Date.parse('2026-03-01T00:30:00+08:00')
  it.each([['today', '2026-03-01', '2026-03-02'], ['yesterday', '2026-02-28', '2026-03-01'], ['week', '2026-02-23', '2026-03-02'], ['month', '2026-03-01', '2026-03-02'], ['days30', '2026-01-31', '2026-03-02']] as const)('%s is %s to %s', (name, from, to) =>
    expect(quickRange(name, now)).toEqual({ from, to }))
  it('are named', () => {
    expect(quickName({ from: '2026-02-28', to: '2026-03-01' }, now, ['today', 'yesterday'])).toBe('yesterday')
    expect(quickName({ from: '', to: '' }, now, ['today'])).toBeUndefined()
  })
  it.each([['2026-03-01', '2026-03-02', '2026-03-01'], ['2026-03-01', '2026-03-08', '2026-03-01 – 2026-03-07'], ['2026-03-01', '', '2026-03-01 – …'], ['', '2026-03-02', '… – 2026-03-01']])('%s to %s reads %s', (from, to, text) => expect(rangeText({ from, to })).toBe(text))
  it('shift over the ends of months', () => expect(shiftDay('2024-02-28', 1)).toBe('2024-02-29'))
})

describe('amounts', () => {
  it.each([['', ''], ['1', '100'], ['1.5', '150'], ['¥1,234.05', '123405'], ['0.1', '10'], ['-1', null], ['1.234', null], ['a', null]])('%s is %s fen', (typed, fen) => expect(fenOf(typed)).toBe(fen))
  it.each([['150', '1.50'], ['100', '1'], ['', ''], ['x', '']])('%s fen is %s in a field', (fen, text) => expect(yuanOf(fen)).toBe(text))
  it.each([['100', '200', '¥1.00 – ¥2.00'], ['100', '', '≥ ¥1.00'], ['', '200', '≤ ¥2.00']])('%s to %s reads %s', (min, max, text) => expect(moneyText(min, max)).toBe(text))
})

describe('search', () => {
  const stations = [{ group: '0001', name: '北门' }, { group: '0012', name: '南门' }]
  it.each([['', []], ['0001', ['group:0001', 'student:0001', 'ammeter:0001']], ['201600010001', ['ammeter:201600010001', 'student:201600010001']], ['106', ['student:106', 'ammeter:106']], ['南', ['group:0012']], ['00', ['student:00', 'group:0001', 'group:0012', 'ammeter:00']]])('%s may mean %j', (typed, found) =>
    expect(suggestions(typed, stations).map(each => `${each.field}:${each.value}`)).toEqual(found))
})

describe('steps', () => {
  const bills = [{ charge_id: 1, student_number: 'a', fen: 150, status: 'unpaid' }, { charge_id: 2, student_number: 'a', fen: 50, status: 'paid' }, { charge_id: 3, student_number: 'b', fen: 1, status: 'waived' }]
  it('are those a status allows', () => {
    expect(stepsOf('unpaid')).toEqual(['pay', 'waive'])
    expect(stepsOf('paid')).toEqual(['reopen'])
    expect(fitting(bills, 'reopen').map(bill => bill.charge_id)).toEqual([2, 3])
  })
  it('name how many bills and students over how much', () => expect(added(bills)).toEqual({ n: 3, students: 2, fen: 201 }))
})

describe('statistics', () => {
  it('show days without bills as nothing', () => {
    const days = everyDay([sum('2026-02-28', 100)], '2026-02-27', '2026-03-02')
    expect(days.map(day => [day.key, day.fen])).toEqual([['2026-02-27', 0], ['2026-02-28', 100], ['2026-03-01', 0]])
  })
  it('draw the highest of many students', () => {
    const bars = barsOf(Array.from({ length: 50 }, (_, n) => sum(String(n), n)), 'student')
    expect(bars).toHaveLength(mostBars)
    expect(bars[0]!.fen).toBe(49)
  })
  it('add up', () => expect(sumUp([sum('a', 100), sum('b', 50, { unpaid_fen: 0, paid_fen: 50 })])).toEqual({ bills: 2, fen: 150, unpaid_fen: 100, paid_fen: 50, waived_fen: 0, energy_kwh: 1 }))
  it('stack money in yuan and draw energy on an axis of its own', () => {
    const words = { money: '金额（元）', energy: '用电量（kWh）', paid: '已支付', unpaid: '未支付', waived: '已免除', energyName: '电量', bills: (n: string) => `${n} 张` }
    const options = sumOptions([sum('2026-03-01', 150)], 'day', words, () => '#000', false) as { series: Record<string, unknown>[]; tooltip: { formatter: (given: unknown) => string } }
    expect(options.series.filter(series => series['stack'] === 'fen').map(series => series['data'])).toEqual([[0], [1.5], [0]])
    expect(options.series.at(-1)).toMatchObject({ yAxisIndex: 1, data: [0.5] })
    expect(options.tooltip.formatter([{ dataIndex: 0 }])).toContain('¥1.50')
  })
  it('go out as CSV in yuan', () => expect(sumsCsv([sum('0001', 150, { name: 'a,b' })], ['k', 'n', 'b', 't', 'p', 'u', 'w', 'e'])).toBe('\uFEFFk,n,b,t,p,u,w,e\r\n0001,"a,b",1,1.50,0.00,1.50,0.00,0.500\r\n'))
})
