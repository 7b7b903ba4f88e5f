import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { useLive } from '@/shared/live/live'

class FakeSource extends EventTarget {
  static all: FakeSource[] = []
  closed = false
  onerror: (() => void) | null = null
  constructor(readonly url: string) {
    super()
    FakeSource.all.push(this)
  }
  close() {
    this.closed = true
  }
  tell(name: string, data: object) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }))
  }
}
const latest = () => FakeSource.all.at(-1)!

describe('live data', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    FakeSource.all = []
    vi.stubGlobal('EventSource', FakeSource)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const listen = (topics = ref<string[]>(['alarms'])) => {
    const got: unknown[] = []
    const scope = effectScope()
    const live = scope.run(() => useLive(topics, { alarms: (data: never) => got.push(data) }))!
    return { live, got, scope, topics }
  }

  it('is live when something is heard, and hands it on', () => {
    const { live, got, scope } = listen()
    expect(live.state.value).toBe('connecting')
    latest().tell('alarms', { open: 1 })
    expect(live.state.value).toBe('live')
    expect(got).toEqual([{ open: 1 }])
    scope.stop()
    expect(latest().closed).toBe(true)
  })

  it('says stale when a server that told the page of itself never opens the stream', async () => {
    const { live, scope } = listen()
    latest().onerror!()
    expect(live.state.value).toBe('connecting')
    await vi.advanceTimersByTimeAsync(1_000)
    latest().onerror!()
    expect(live.stale.value).toBe(true)
    scope.stop()
  })

  it('says stale when a stream is opened and nothing comes, and opens another', async () => {
    const { live, scope } = listen()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(live.state.value).toBe('connecting')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(live.stale.value).toBe(true)
    expect(FakeSource.all).toHaveLength(2)
    latest().tell('alarms', {})
    expect(live.state.value).toBe('live')
    scope.stop()
  })

  it('says stale when the connection is lost, asks again, later each time, and is live again', async () => {
    const { live, scope } = listen()
    latest().tell('alarms', {})
    latest().onerror!()
    expect(live.stale.value).toBe(true)
    await vi.advanceTimersByTimeAsync(999)
    expect(FakeSource.all).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(FakeSource.all).toHaveLength(2)
    latest().onerror!()
    await vi.advanceTimersByTimeAsync(1_999)
    expect(FakeSource.all).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    latest().tell('alarms', {})
    expect(live.state.value).toBe('live')
    scope.stop()
  })

  it('says stale when the server is silent though connected', async () => {
    const { live, scope } = listen()
    latest().tell('beat', { now: new Date().toISOString() })
    await vi.advanceTimersByTimeAsync(14_000)
    expect(live.state.value).toBe('live')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(live.state.value).toBe('stale')
    expect(FakeSource.all.length).toBeGreaterThan(1)
    scope.stop()
  })

  it('stays stale on a beat while the server cannot ask its silo', () => {
    const { live, scope } = listen()
    latest().tell('alarms', {})
    latest().tell('gone', {})
    latest().tell('beat', { now: new Date().toISOString() })
    expect(live.state.value).toBe('stale')
    latest().tell('alarms', {})
    expect(live.state.value).toBe('live')
    scope.stop()
  })

  it('goes by the server’s clock, and as fast as it', async () => {
    vi.resetModules() // its own clock is to run by the test's timers
    const { heardServerTime, serverNow } = await import('@/shared/live/live')
    const began = Date.parse('2026-03-01T00:00:00Z')
    const tell = (server: number) => heardServerTime(new Date(server).toISOString())
    tell(began)
    expect(serverNow.value).toBe(began)
    await vi.advanceTimersByTimeAsync(5_000)
    tell(began + 5_000)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(serverNow.value).toBe(began + 7_000)
    tell(began + 600_000)
    await vi.advanceTimersByTimeAsync(5_000)
    tell(began + 600_000 + 5_000 * 120) // a demo, 120 times as fast
    await vi.advanceTimersByTimeAsync(3_000)
    expect(serverNow.value).toBe(began + 600_000 + 8_000 * 120)
  })

  it('opens anew when topics change, and closes when there are none', async () => {
    const { topics, scope } = listen()
    topics.value = ['overview', 'alarms']
    await Promise.resolve()
    expect(latest().url).toContain('overview%2Calarms')
    topics.value = []
    await Promise.resolve()
    expect(latest().closed).toBe(true)
    scope.stop()
  })
})
