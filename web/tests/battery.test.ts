import { effectScope, nextTick, shallowRef } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { later, nothingShown, told, wholePercent, type Shown } from '@/shared/battery/shown'
import { useShownPercent } from '@/shared/battery/useShownPercent'

const at = (percent: number): Shown => ({ percent, goal: percent, again: false })

describe('the percentage that is shown', () => {
  it('is the first estimate as it is', () => expect(told(nothingShown, 43.2)).toEqual(at(43.2)))

  it.each([
    ['up', 40, 45, { goal: 45, again: false }],
    ['wavering down', 40, 39, { goal: 40, again: false }],
    ['really down', 40, 20, { goal: 20, again: true }],
    ['over the top', 99, 130, { goal: 100, again: false }],
  ])('goes %s', (_, percent, estimate, expected) => expect(told(at(percent), estimate)).toMatchObject({ percent, ...expected }))

  it('never jumps: an estimate that falls by 30 points is followed slowly, and says so until it is there', () => {
    let shown = told(at(60), 30)
    let before = 60
    let seconds = 0
    while (shown.percent !== 30) {
      expect(shown.again).toBe(true)
      shown = later(shown, 0.1)
      expect(before - shown.percent!).toBeLessThanOrEqual(0.21)
      before = shown.percent!
      seconds += 0.1
    }
    expect(seconds).toBeGreaterThan(10)
    expect(shown).toEqual(at(30))
  })

  it('turns upward again at once', () => expect(told(told(at(60), 30), 62)).toEqual({ percent: 60, goal: 62, again: false }))
  it('is nothing without an estimate', () => expect(told(at(60), null)).toEqual(nothingShown))
  it.each([[99.6, false, 99], [99.6, true, 100], [0.2, false, 0], [54.5, false, 55]])('%d is said (full: %s) as %d', (percent, full, said) => expect(wholePercent(percent, full)).toBe(said))
})

describe('while it is looked at', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('follows the estimates of a charge, and starts anew with another', async () => {
    const scope = effectScope()
    const estimate = shallowRef({ of: 1, percent: 60 as number | null, full: false })
    const { percent, again } = scope.run(() => useShownPercent(() => estimate.value))!
    expect(percent.value).toBe(60)
    estimate.value = { of: 1, percent: 50, full: false }
    await nextTick()
    expect([percent.value, again.value]).toEqual([60, true])
    vi.advanceTimersByTime(1_000)
    expect(percent.value).toBe(58)
    vi.advanceTimersByTime(10_000)
    expect([percent.value, again.value]).toEqual([50, false])
    expect(vi.getTimerCount()).toBe(0)
    estimate.value = { of: 2, percent: 10, full: false }
    await nextTick()
    expect([percent.value, again.value]).toEqual([10, false])
    estimate.value = { of: 2, percent: 100, full: true }
    await nextTick()
    vi.advanceTimersByTime(10_000)
    expect(percent.value).toBe(100)
    scope.stop()
  })
})
