import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { later, nothingShown, told, wholePercent } from './shown'

const stepMs = 50

/**
 * The percentage of a battery as it is shown: follows the estimates smoothly (see shown.ts).
 * @param estimate the charge it is of (another one starts anew), and the percentage
 */
export function useShownPercent(estimate: () => { of: number; percent: number | null; full: boolean }) {
  const shown = shallowRef(nothingShown)
  let of = NaN
  let timer: ReturnType<typeof setInterval> | undefined

  function step() {
    shown.value = later(shown.value, stepMs / 1000)
    if (shown.value.percent !== shown.value.goal || shown.value.again) return
    clearInterval(timer)
    timer = undefined
  }

  watch(estimate, now => {
    shown.value = told(now.of === of ? shown.value : nothingShown, now.percent)
    of = now.of
    if (shown.value.percent !== shown.value.goal) timer ??= setInterval(step, stepMs)
  }, { immediate: true })
  onScopeDispose(() => clearInterval(timer))

  return {
    /** 0 to 100 with decimals, for the picture. */
    level: computed(() => shown.value.percent),
    /** Whole percent, for words. */
    percent: computed(() => (shown.value.percent === null ? null : wholePercent(shown.value.percent, estimate().full && shown.value.percent >= 99.5))),
    /** The estimate is made again: it goes down. */
    again: computed(() => shown.value.again),
  }
}
