import type { EChartsCoreOption } from 'echarts/core'
import { day } from '../format'
import { aged, forecastOf, pointNear } from './health'
import type { BatteryDetail } from './types'

// The picture of a battery's health: points with their interval, 80 %, and what may come as a cone.

type Translate = (key: string, values?: Record<string, unknown>) => string

/** @param tone a colour of the style sheet */
export function healthOptions(battery: Pick<BatteryDetail, 'history' | 'trend_percent_per_month' | 'months_to_80'>, t: Translate, tone: (name: string) => string, narrow: boolean): EChartsCoreOption {
  const { history } = battery
  const forecast = forecastOf(battery)
  const known = history.map(each => ({ at: Date.parse(each.at), low: each.low, value: each.soh_percent, high: each.high }))
  const lowest = Math.min(aged, ...known.map(each => each.low), ...forecast.map(each => Math.max(each.low, 50)))
  const [ink, card] = [tone('accent'), tone('card')]
  const band = (id: string, of: typeof known, opacity: number) => [
    { id: `${id}-low`, type: 'line', stack: id, silent: true, showSymbol: false, lineStyle: { opacity: 0 }, data: of.map(each => [each.at, each.low]), tooltip: { show: false } },
    { id: `${id}-high`, type: 'line', stack: id, silent: true, showSymbol: false, lineStyle: { opacity: 0 }, areaStyle: { color: ink, opacity }, data: of.map(each => [each.at, each.high - each.low]), tooltip: { show: false } },
  ]
  return {
    useUTC: true,
    grid: { left: narrow ? 44 : 52, right: narrow ? 16 : 24, top: 16, bottom: 32 },
    xAxis: { type: 'time', splitNumber: narrow ? 3 : 6, axisLabel: { hideOverlap: true, formatter: (ms: number) => day(ms).slice(narrow ? 2 : 0, narrow ? 7 : 10) } },
    yAxis: { type: 'value', min: Math.max(0, Math.floor((lowest - 4) / 10) * 10), max: Math.max(100, Math.ceil(Math.max(0, ...known.map(each => each.high)) / 5) * 5), axisLabel: { formatter: '{value}%' }, splitNumber: 4 },
    tooltip: {
      trigger: 'axis', confine: true, transitionDuration: 0,
      formatter: (given: unknown) => {
        const at = (given as { axisValue?: number }[])[0]?.axisValue
        const near = typeof at === 'number' ? pointNear(history, forecast, at) : undefined
        return near ? `<div style="max-width:240px;white-space:normal">${t(near.future ? 'health.future' : 'health.point', { at: day(near.at), n: Math.round(near.value), low: Math.round(near.low), high: Math.round(near.high) })}</div>` : ''
      },
    },
    series: [
      ...band('known', known, 0.22), ...band('forecast', forecast, 0.1),
      { id: 'forecast', type: 'line', showSymbol: false, lineStyle: { color: ink, type: 'dashed', width: 1.6 }, data: forecast.map(each => [each.at, each.value]) },
      {
        id: 'soh', type: 'line', showSymbol: true, symbol: 'circle', symbolSize: history.length > (narrow ? 24 : 60) ? 4 : 7, lineStyle: { color: ink, width: 2 }, itemStyle: { color: ink, borderColor: card, borderWidth: 1 }, data: known.map(each => [each.at, each.value]),
        markLine: { silent: true, symbol: 'none', lineStyle: { color: tone('locked'), type: 'dashed', width: 1.4 }, label: { show: false }, data: [{ yAxis: aged }] },
      },
    ],
  }
}
