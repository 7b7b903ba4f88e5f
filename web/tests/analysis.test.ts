import { describe, expect, it } from 'vitest'
import { barsOf, fleetAnswer, perMonth, vehicleOf } from '@/admin/pages/batteries/batteries'
import { zh as batteryWords } from '@/admin/pages/batteries/words'
import { isDrawn, modelOptions, pointsOf } from '@/admin/pages/models/modelOptions'
import { found, needed } from '@/admin/pages/models/models'
import { zh as modelWords } from '@/admin/pages/models/words'
import { forStudent, kindName, sureness, tally, worstFirst } from '@/shared/analysis/findings'
import { forecastOf, intervalText, monthsText, onBar, pointNear, trendText, verdictOf } from '@/shared/analysis/health'
import { healthOptions } from '@/shared/analysis/healthOptions'
import { counterFaults, courseOf, energyRange, leadOf, onCurve, span } from '@/shared/analysis/told'
import type { Battery, BatteryDetail, BatterySummary, BrandModel, ChargeAnalysis, Finding } from '@/shared/analysis/types'
import common from '@/shared/i18n/zh'

const words = { ...common, ...modelWords, ...batteryWords } as Record<string, unknown>
/** The Chinese text, as the pages have it. */
function t(key: string, values: Record<string, unknown> = {}): string {
  const text = key.split('.').reduce<unknown>((of, name) => (of as Record<string, unknown> | undefined)?.[name], words)
  return typeof text === 'string' ? text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])) : key
}

const finding = (kind: string, severity: string, minute: number): Finding => ({ kind, severity, at: new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString(), confidence: 0.9, message: `看到 ${kind}`, advice: '请检查' })
const findings = [finding('energy_backward', 'notice', 1), finding('poor_contact', 'warning', 5), finding('tail_rise', 'danger', 9), finding('over_current', 'warning', 2)]
const analysis: ChargeAnalysis = {
  analyzed_at: '2026-03-01T08:00:00Z', is_final: true, phases: [{ phase: 'constant_current', from: '2026-03-01T00:00:00Z', to: '2026-03-01T06:58:00Z', confidence: 0.97 }], findings,
  energy: { kwh: 1.234, low_kwh: 1.1, high_kwh: 1.35, source: 'current_voltage', faults: [{ kind: 'backward', count: 2, at: '2026-03-01T02:00:00Z', message: '' }, { kind: 'unheard_of', count: 1, at: '2026-03-01T03:00:00Z', message: '' }] }, charge_ah: 5.6, fault: null,
  features: { side: 'mains', constant_wh: null, taper_wh: null, energy_wh: 1_234, saw_constant_current: true, plateau_a: 1.94, constant_current_s: 25_080, taper_s: 5_460, taper_tau_s: 2_290, trickle_s: 0, zero_s: 0, interrupted_s: 45, silent_s: 0, ended_full: true }, model: null,
}

describe('findings', () => {
  it('are the worst first, those as bad in their order', () => expect(worstFirst(findings).map(each => each.kind)).toEqual(['tail_rise', 'over_current', 'poor_contact', 'energy_backward']))
  it('of the meter are not for students', () => expect(forStudent(findings).map(each => each.kind)).toEqual(['poor_contact', 'tail_rise', 'over_current']))
  it('for students all have friendlier words', () => {
    for (const kind of Object.keys(batteryWords.finding)) if (forStudent([finding(kind, 'notice', 0)]).length) expect(Object.keys(batteryWords.friendly), kind).toContain(kind)
  })
  it('are counted by severity', () => expect(tally(findings, t)).toBe('1 处危险、2 处警告、1 处提示'))
  it.each([[0.95, '约 95% 把握'], [1, '约 99% 把握'], [0, '约 1% 把握']])('of %d say how sure they are, never quite', (confidence, text) => expect(sureness(confidence, t)).toBe(text))
  it('of a kind that is not known have a name', () => expect([kindName('tail_rise', t), kindName('of_tomorrow', t)]).toEqual(['充满后电流回升', '其他异常']))
  it('stand on the curve', () => expect(onCurve([findings[2]!], t)).toEqual([{ at: Date.parse(findings[2]!.at), severity: 'danger', title: '危险：充满后电流回升', text: '看到 tail_rise' }]))
})

describe('an analysis comes to', () => {
  const operator = { open: false, student: false }
  it('its worst finding', () => expect(leadOf(analysis, findings, operator, t)).toMatchObject({ tone: 'locked', words: '发现 1 处危险、2 处警告、1 处提示', note: '' }))
  it('calm', () => expect(leadOf(analysis, [], operator, t)).toMatchObject({ tone: 'full', words: '没有发现异常' }))
  it('calm so far, while it goes on', () => expect(leadOf({ ...analysis, is_final: false }, [], { open: true, student: true }, t)).toMatchObject({ tone: 'full', words: '到目前为止没有发现异常', note: expect.stringContaining('暂定') as string }))
  it('something soon, when it has just ended', () => expect(leadOf({ ...analysis, is_final: false }, [], operator, t).note).toContain('稍后'))
  it('nothing, and why', () => expect(leadOf({ ...analysis, phases: [], fault: '没有时间' }, [], operator, t)).toMatchObject({ tone: 'free', words: '这次充电无法分析', note: '没有时间' }))
  it('nothing without samples', () => expect(leadOf({ ...analysis, phases: [] }, [], operator, t).words).toContain('没有可用的采样'))
  it('energy with its interval', () => expect(energyRange(analysis.energy!, t)).toBe('可能在 1.10–1.35 kWh 之间'))
  it('what the counter did wrong', () => expect(counterFaults(analysis.energy!, t)).toEqual(['读数倒退 2 次 · 首次 2026-03-01 10:00:00', '其他故障 1 次 · 首次 2026-03-01 11:00:00']))
  it('its course, without what did not occur', () => expect(courseOf(analysis.features!, 'zh-CN', t)).toEqual([
    { name: '恒流', value: '6 小时 58 分，约 1.9 A' }, { name: '电流下降', value: '1 小时 31 分', note: '时间常数 38 分' }, { name: '中断', value: '45 秒' },
  ]))
  it.each([[59, '59 秒'], [60, '1 分'], [3_600, '1 小时 0 分']])('%d s as %s', (seconds, text) => expect(span(seconds, 'zh-CN')).toBe(text))
})

const point = (day: number, soh: number) => ({ at: new Date(Date.UTC(2026, 0, day)).toISOString(), charge_id: day, soh_percent: soh, low: soh - 3, high: soh + 2 })
const battery: BatteryDetail = {
  student_number: '1030412535', brand: '爱玛', model: 'A500', battery_type: 'lead_acid', rated_v: 48, rated_ah: 12, soh_percent: 86, low: 83, high: 88, verdict: 'watch', charges: 20, last_at: '2026-03-01T00:00:00Z',
  months_to_80: { value: 6, low: 4, high: 9 }, trend_percent_per_month: { value: -1, low: -1.5, high: -0.6 }, reasons: ['恒流时间变短', '充入变少'], history: [point(1, 90), point(31, 88), point(60, 86)], missing: [],
}

describe("a battery's health", () => {
  it.each([['watch', 'watch'], ['of tomorrow', 'not_enough_data']])('%s is %s', (told, verdict) => expect(verdictOf(told)).toBe(verdict))
  it('has its interval in words', () => {
    expect(intervalText(battery, t)).toBe('可能在 83%–88% 之间')
    expect(intervalText({ low: null, high: null }, t)).toBe('')
  })
  it.each([
    [null, '还看不出变化'], [{ value: -1, low: -1.5, high: -0.6 }, '每月下降约 1.0 个百分点'], [{ value: -1, low: -3, high: 1 }, '没有明显变化'], [{ value: 0.2, low: 0, high: 0.4 }, '没有明显变化'],
  ])('changes: %o', (trend, text) => expect(trendText(trend, t)).toBe(text))
  it.each([
    [86, { value: 6, low: 4, high: 9 }, '大约 6 个月后', '4–9 个月之间'], [86, { value: 6, low: 4, high: null }, '大约 6 个月后', '最早 4 个月，也可能更久'], [86, { value: 90, low: 40, high: null }, '5 年以后', ''], [81, { value: 0.2, low: 0.1, high: 0.4 }, '大约 1 个月后', ''],
    [74, null, '已低于 80%', ''], [98, null, '看不出会降到 80%', ''], [null, null, '还不能判断', ''],
  ])('of %s with %o is down to 80 %% %s', (soh_percent, months_to_80, value, note) => expect(monthsText({ soh_percent, months_to_80 }, t)).toEqual({ value, note }))
  it.each([[50, 0], [80, 0.5], [110, 1], [20, 0], [130, 1]])('of %d%% lies at %d of the bar', (value, share) => expect(onBar(value)).toBeCloseTo(share))
})

describe('what may come', () => {
  const forecast = forecastOf(battery)
  it('begins at the last point, with its interval', () => expect(forecast[0]).toMatchObject({ at: Date.parse(battery.history[2]!.at), low: 83, value: 86, high: 88 }))
  it('goes beyond 80 % and grows wider', () => {
    expect(forecast.at(-1)!.value).toBeLessThan(80)
    for (const [index, each] of forecast.entries()) {
      expect(each.low).toBeLessThanOrEqual(each.value)
      expect(each.high).toBeLessThanOrEqual(88)
      if (index) expect(each.value - each.low).toBeGreaterThan(forecast[index - 1]!.value - forecast[index - 1]!.low)
    }
  })
  it.each([[{ ...battery, history: [] }], [{ ...battery, trend_percent_per_month: null }], [{ ...battery, trend_percent_per_month: { value: 0.1, low: 0, high: 0.2 } }]])('is not told without points or without ageing', of => expect(forecastOf(of)).toEqual([]))
  it('is told from what is known when one points at it', () => {
    expect(pointNear(battery.history, forecast, Date.parse(battery.history[1]!.at) + 1)).toMatchObject({ value: 88, future: false })
    expect(pointNear(battery.history, forecast, forecast.at(-1)!.at)?.future).toBe(true)
    expect(pointNear([], [], 0)).toBeUndefined()
  })
  it('is drawn beside the points, their bands and the 80 % line', () => {
    const options = healthOptions(battery, t, name => name, false) as { series: { id: string; data: unknown[]; markLine?: { data: { yAxis: number }[] } }[]; yAxis: { min: number; max: number } }
    expect(options.series.map(series => series.id)).toEqual(['known-low', 'known-high', 'forecast-low', 'forecast-high', 'forecast', 'soh'])
    expect(options.series[1]!.data[0]).toEqual([Date.parse(battery.history[0]!.at), 5])
    expect(options.series[5]!.markLine!.data).toEqual([{ yAxis: 80 }])
    expect(options.yAxis).toMatchObject({ min: 70, max: 100 })
  })
})

describe('the fleet', () => {
  const summary = (by: Partial<BatterySummary['by_verdict']>): BatterySummary => ({ batteries: Object.values(by).reduce((a, b) => a + b, 0), by_verdict: { good: 0, watch: 0, likely_aged: 0, not_enough_data: 0, ...by }, histogram: [], median_soh: null })
  it.each([
    [{ likely_aged: 3, watch: 5, good: 9 }, '3 块电池可能老化，5 块需要留意'], [{ watch: 5, good: 9 }, '没有电池可能老化，5 块需要留意'], [{ good: 9 }, '9 块电池状况良好，没有需要处理的'], [{ not_enough_data: 2 }, '2 块电池正在积累记录，还没有能判断的'], [{}, batteryWords.list.answerNone],
  ])('%o: %s', (by, text) => expect(fleetAnswer(summary(by), t)).toBe(text))
  it('has a histogram without holes, that shows 80 %', () => {
    const bars = barsOf([{ from: 70, to: 75, count: 2 }, { from: 90, to: 95, count: 4 }])
    expect(bars.map(({ from, count, aged }) => [from, count, aged])).toEqual([[70, 2, true], [75, 0, true], [80, 0, false], [85, 0, false], [90, 4, false], [95, 0, false]])
    expect(bars[0]!.height).toBe(0.5)
    expect(barsOf([])).toEqual([])
  })
  const row: Battery = battery
  it('has its vehicles and changes in words', () => {
    expect(vehicleOf(row)).toBe('爱玛 A500 48 V 12 Ah')
    expect(perMonth(row, t)).toBe('每月 −1.0')
    expect(perMonth({ trend_percent_per_month: null }, t)).toBe('—')
  })
})

describe('models', () => {
  const model = (brand: string, charges: number, type: string | null = 'lithium'): BrandModel => ({ key: brand, brand, model: 'X1', battery_type: type, rated_v: 48, rated_ah: 20, charges, batteries: 1, first_at: '2026-01-01T00:00:00Z', last_at: '2026-02-01T00:00:00Z', is_good: charges >= 10, energy_kwh: null, minutes_to_full: null, taper_tau_s: null })
  const all = [model('爱玛', 4), model('雅迪', 40, 'lead_acid'), model('小牛', 12)]
  it.each([['', '-charges', ['雅迪', '小牛', '爱玛']], ['', 'charges', ['爱玛', '小牛', '雅迪']], ['铅酸', '-charges', ['雅迪']], ['x1 爱', '-charges', ['爱玛']], ['nothing', '-charges', []], ['', 'of tomorrow', ['爱玛', '小牛', '雅迪']]])('searched by "%s", by %s', (search, sort, names) => expect(found(all, search, sort, t).map(each => each.brand)).toEqual(names))
  it.each([[4, false, 6], [12, true, 0], [11, false, 1]])('with %d charges', (charges, is_good, more) => expect(needed({ charges, is_good })).toBe(more))
  it('are drawn where enough charges tell', () => {
    const band = { median: [null, 2, 1], low: [null, 1.5, 0.5], high: [null, 2.5, 1.5] }
    expect(isDrawn(band)).toBe(true)
    expect(isDrawn({ median: [null], low: [null], high: [null] })).toBe(false)
    expect(isDrawn(null)).toBe(false)
    expect(pointsOf([0, 2, 4], band.median)).toEqual([[0, null], [2, 2], [4, 1]])
    const { series } = modelOptions([0, 2, 4], band, 'A', 2, { quantity: '', axis: '', median: '', range: '', at: String }, name => name, 'charging') as { series: { id: string; data: unknown[] }[] }
    expect(series.find(each => each.id === 'high')!.data).toEqual([[0, null], [2, 1], [4, 1]])
  })
})
