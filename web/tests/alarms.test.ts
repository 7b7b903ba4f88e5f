import { describe, expect, it } from 'vitest'
import { doMany } from '@/admin/kit/many'
import { alarmFilters, askedOf, type AlarmFilters } from '@/admin/pages/alarms/filters'
import { chartOptions, panels } from '@/admin/pages/cluster/chartOptions'
import { ApiError } from '@/shared/api/client'

const filters = (set: Partial<AlarmFilters>) => ({ ...(Object.fromEntries(alarmFilters.map(name => [name, ''])) as AlarmFilters), ...set })

describe('alarms asked for', () => {
  it.each<[Partial<AlarmFilters>, object]>([
    [{}, { open: true, sort: '-severity' }],
    [{ state: 'unseen' }, { open: true, acknowledged: false, sort: '-severity' }],
    [{ state: 'seen', severity: 'danger' }, { open: true, acknowledged: true, sort: '-severity', severity: 'danger' }],
    [{ state: 'cleared', group: '0001', rule: 'offline' }, { open: false, group: '0001', rule: 'offline' }],
    [{ state: 'all', charge: '7', ammeter: '000000000000' }, { charge: 7, ammeter: '000000000000' }],
    [{ state: 'all', charge: 'x' }, {}],
    [{ state: 'all', from: '2026-02-27', to: '2026-02-28' }, { from: '2026-02-27T00:00:00+08:00', to: '2026-03-01T00:00:00+08:00' }],
  ])('%o', (set, asked) => expect(askedOf(filters(set))).toEqual(asked))
})

describe('many at once', () => {
  it('goes on when some are refused, and tells which', async () => {
    const told: number[] = []
    const result = await doMany([1, 2, 3, 4, 5, 6, 7], async n => {
      if (n % 3 === 0) throw new ApiError(409, `no ${n}`)
    }, progress => told.push(progress.done))
    expect([result.done.sort(), result.failed.map(f => f.error.message).sort(), told.at(-1)]).toEqual([[1, 2, 4, 5, 7], ['no 3', 'no 6'], 7])
  })
})

describe('charts of the last hour', () => {
  const nothing = { managed_bytes: null, rss_bytes: null, commits_per_second: null, storage_p50_ms: null, storage_p99_ms: null, queue: null, waiting_calls: null }
  const point = (minute: number, p99: number | null) => ({ at: new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString(), calls_per_second: 5, failures: 0, p50_ms: p99, p99_ms: p99, ...nothing })
  const lines = (points: (Omit<ReturnType<typeof point>, keyof typeof nothing> & { [name in keyof typeof nothing]: number | null })[]) => (chartOptions(points, key => key, () => '#000')['series'] as { name: string; data: [number, number | null][] }[])

  it('leaves out what there are no values of', () => expect(panels([point(0, null)], key => key).map(p => p.title)).toEqual(['chart.calls', 'chart.failures']))
  it('shows storage, queues and memory where a silo tells of them', () => {
    const told = { ...point(0, 1), managed_bytes: 1_048_576, rss_bytes: 3 * 1_048_576, commits_per_second: 2, storage_p50_ms: 4, storage_p99_ms: 9, queue: 0 }
    expect(panels([told], key => key).map(p => p.title).slice(3)).toEqual(['chart.storage', 'chart.queue', 'chart.memory'])
    expect(lines([told]).map(s => [s.name, s.data[0]?.[1]]).slice(4)).toEqual(
      [['series.storageP50', 4], ['series.storageP99', 9], ['series.queue', 0], ['series.memory', 3], ['series.heap', 1]])
  })
  it('draws minutes without data as a gap', () =>
    expect(lines([point(0, 1), point(1, 2), point(9, 3)]).find(s => s.name === 'series.p99')!.data.map(d => d[1])).toEqual([1, 2, null, 3]))
})
