import type { Meter } from '../types'

const longest = 60
const none: readonly (number | null)[] = []
/** Samples further apart than this are not joined, ms of the server's clock. */
const gap = 180_000

interface Trace {
  chargeId: number
  lastAt: number
  values: readonly (number | null)[]
}

/** The power of each open session's last samples, W, as the live stream told them since the page was opened. */
export class Histories {
  private readonly traces = new Map<string, Trace>()

  /** Takes note of a meter as it was told; the same sample is counted once. */
  note(key: string, meter: Meter) {
    const session = meter.session
    if (!session) {
      this.traces.delete(key)
      return
    }
    const at = session.last_sample_at ? Date.parse(session.last_sample_at) : NaN
    if (Number.isNaN(at)) return
    let trace = this.traces.get(key)
    if (!trace || trace.chargeId !== session.charge_id) this.traces.set(key, (trace = { chargeId: session.charge_id, lastAt: 0, values: [] }))
    if (at <= trace.lastAt) return
    // A new array each time: what is drawn does not change under it, and what did not change is not drawn anew.
    trace.values = [...trace.values, ...(trace.lastAt && at - trace.lastAt > gap ? [null] : []), session.power_w].slice(-longest)
    trace.lastAt = at
  }

  forget(key: string) {
    this.traces.delete(key)
  }

  values(key: string): readonly (number | null)[] {
    return this.traces.get(key)?.values ?? none
  }
}
