import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useLoad } from '../load'
import { readDays, readMonths } from './api'
import { monthNumber, yearTold } from './months'
import type { Month } from './types'

/** A year of months, one of them chosen by the address, and its days, one of which may be chosen. */
export function useSpending() {
  const route = useRoute()
  const router = useRouter()
  const months = useLoad(signal => readMonths(12, signal))
  const asked = computed(() => (typeof route.query['month'] === 'string' ? route.query['month'] : ''))
  const index = computed(() => {
    const found = months.data.value?.findIndex(each => each.month === asked.value) ?? -1
    return found >= 0 ? found : (months.data.value?.length ?? 0) - 1
  })
  const month = computed<Month | undefined>(() => months.data.value?.[index.value])
  const chosen = computed(() => month.value?.month ?? '')
  const days = useLoad(async signal => (chosen.value ? readDays(chosen.value, signal) : []), [chosen])
  const day = ref<number>()
  watch(chosen, () => (day.value = undefined))

  return {
    months, index, month, chosen, days, day,
    told: computed(() => (day.value === undefined ? undefined : days.data.value?.[day.value])),
    years: computed(() => (months.data.value ?? []).map((each, at, all) => ({ month: each.month, told: yearTold(all.map(one => one.month), at) }))),
    choose: (at: number) => void router.replace({ query: { month: months.data.value?.[at]?.month ?? '' } }),
    underMonth: (of: { month: string }) => String(monthNumber(of.month)),
    underDay: (_: unknown, at: number) => (at === 0 || (at + 1) % 5 === 0 ? String(at + 1) : ''),
  }
}
