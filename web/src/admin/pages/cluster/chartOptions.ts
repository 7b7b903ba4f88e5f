import type { EChartsCoreOption } from 'echarts/core'
import { clock, dateTime } from '@/shared/format'
import type { Cluster } from './types'

type Translate = (key: string) => string
type Row = { name: string; value: (point: Cluster['points'][number]) => number | null | undefined; tone: string; area?: boolean }

const gap = 150_000
const mebibytes = (value: number | null | undefined) => (typeof value === 'number' ? value / 1_048_576 : value)

/** One quantity and its lines. */
export interface Panel {
  title: string
  rows: Row[]
}

const rows = (t: Translate): Panel[] => [
  { title: t('chart.calls'), rows: [{ name: t('series.calls'), value: p => p.calls_per_second, tone: 'charging', area: true }] },
  { title: t('chart.latency'), rows: [{ name: t('series.p50'), value: p => p.p50_ms, tone: 'full' }, { name: t('series.p99'), value: p => p.p99_ms, tone: 'paused' }] },
  { title: t('chart.failures'), rows: [{ name: t('series.failures'), value: p => p.failures, tone: 'locked', area: true }] },
  { title: t('chart.storage'), rows: [{ name: t('series.storageP50'), value: p => p.storage_p50_ms, tone: 'full' }, { name: t('series.storageP99'), value: p => p.storage_p99_ms, tone: 'paused' }] },
  { title: t('chart.queue'), rows: [{ name: t('series.queue'), value: p => p.queue, tone: 'charging' }, { name: t('series.waiting'), value: p => p.waiting_calls, tone: 'paused' }] },
  { title: t('chart.memory'), rows: [{ name: t('series.memory'), value: p => mebibytes(p.rss_bytes), tone: 'charging', area: true }, { name: t('series.heap'), value: p => mebibytes(p.managed_bytes), tone: 'full' }] },
]

/** The quantities and lines there are values of. */
export const panels = (points: Cluster['points'], t: Translate) => rows(t)
  .map(panel => ({ ...panel, rows: panel.rows.filter(row => points.some(p => typeof row.value(p) === 'number')) })).filter(panel => panel.rows.length)

const panelHeight = 116
const foot = 28

export const chartHeight = (count: number) => count * panelHeight + foot

/** A grid for each quantity, one under the other, along one time; a minute without data is a gap. */
export function chartOptions(points: Cluster['points'], t: Translate, tone: (name: string) => string): EChartsCoreOption {
  const shown = panels(points, t)
  const last = shown.length - 1
  const line = (row: Row) => {
    const data: [number, number | null][] = []
    for (const point of points) {
      const at = Date.parse(point.at)
      const before = data.at(-1)
      if (before && at - before[0] > gap) data.push([before[0] + 60_000, null])
      data.push([at, row.value(point) ?? null])
    }
    return data
  }
  return {
    grid: shown.map((_, i) => ({ left: 56, right: 16, top: i * panelHeight + 24, height: panelHeight - 40 })),
    xAxis: shown.map((_, i) => ({
      type: 'time', gridIndex: i, axisLabel: { show: i === last, formatter: (at: number) => clock(at), hideOverlap: true }, axisTick: { show: i === last },
    })),
    yAxis: shown.map((panel, i) => ({ type: 'value', gridIndex: i, name: panel.title, min: 0, splitNumber: 2, nameTextStyle: { align: 'left', padding: [0, 0, 0, -44] } })),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      trigger: 'axis', confine: true,
      formatter: (at: { seriesName: string; value: [number, number | null]; marker: string }[]) =>
        [dateTime(at[0]?.value[0] ?? 0, false), ...at.map(s => `${s.marker}${s.seriesName} <b>${s.value[1] === null ? '—' : Number(s.value[1].toFixed(2))}</b>`)].join('<br>'),
    },
    series: shown.flatMap((panel, i) => panel.rows.map(row => ({
      type: 'line', name: row.name, xAxisIndex: i, yAxisIndex: i, data: line(row), showSymbol: points.length < 3, lineStyle: { color: tone(row.tone), width: 1.8 }, itemStyle: { color: tone(row.tone) },
      ...(row.area ? { areaStyle: { color: tone(row.tone), opacity: 0.12 } } : {}),
    }))),
  }
}
