import type { EChartsCoreOption } from 'echarts/core'
import type { Band } from '@/shared/analysis/types'

// The picture of a model's normal charge: the median, and where eight of ten are.

export interface ModelWords {
  /** What is drawn, with its unit. */
  quantity: string
  axis: string
  median: string
  range: string
  at: (share: number) => string
}

/** A band's points by share; what is not known is left out of the line. */
export const pointsOf = (share: readonly number[], values: readonly (number | null)[]) => share.map((at, index) => [at, values[index] ?? null] as [number, number | null])

/** Whether there is anything to draw. */
export const isDrawn = (band: Band | null | undefined): band is Band => !!band?.median.some(value => value !== null)

/** @param digits decimals of what is drawn */
export function modelOptions(share: readonly number[], band: Band, unit: string, digits: number, words: ModelWords, tone: (name: string) => string, colour: string): EChartsCoreOption {
  const ink = tone(colour)
  const shown = (value: number | null | undefined) => (typeof value === 'number' ? `${value.toFixed(digits)} ${unit}` : '—')
  const hidden = { silent: true, showSymbol: false, lineStyle: { opacity: 0 }, stack: 'band', connectNulls: false }
  return {
    grid: { left: 52, right: 20, top: 36, bottom: 44 },
    xAxis: { type: 'value', min: 0, max: 100, name: words.axis, nameLocation: 'middle', nameGap: 28, axisLabel: { formatter: '{value}%' }, splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, name: words.quantity, nameTextStyle: { align: 'left', padding: [0, 0, 0, -40], color: ink, fontWeight: 600 }, splitNumber: 4 },
    tooltip: {
      trigger: 'axis', confine: true, transitionDuration: 0,
      formatter: (given: unknown) => {
        const at = (given as { axisValue?: number }[])[0]?.axisValue
        const index = typeof at === 'number' ? share.findIndex(each => each >= at) : -1
        return index < 0 ? '' : `<b>${words.at(share[index]!)}</b><br>${words.median} <b>${shown(band.median[index])}</b><br>${words.range} ${shown(band.low[index])} – ${shown(band.high[index])}`
      },
    },
    series: [
      { id: 'low', type: 'line', ...hidden, data: pointsOf(share, band.low) },
      { id: 'high', type: 'line', ...hidden, areaStyle: { color: ink, opacity: 0.2 }, data: share.map((at, index) => [at, typeof band.high[index] === 'number' && typeof band.low[index] === 'number' ? band.high[index]! - band.low[index]! : null]) },
      { id: 'median', type: 'line', showSymbol: false, connectNulls: false, lineStyle: { color: ink, width: 2.2 }, itemStyle: { color: ink }, data: pointsOf(share, band.median) },
    ],
  }
}
