import { computed } from 'vue'
import { ApiError } from '../api/client'
import { useLoad } from '../load'
import { readBattery } from '../student/api'
import type { BatteryDetail } from './types'

/** A battery of which nothing is known: before the first charge. */
const unknown: BatteryDetail = {
  student_number: '', brand: null, model: null, battery_type: null, rated_v: null, rated_ah: null, soh_percent: null, low: null, high: null, verdict: 'not_enough_data', charges: 0, last_at: null, months_to_80: null, trend_percent_per_month: null, reasons: [], history: [], missing: [],
}

/** The health of one's own battery; before the first charge nothing is known. */
export function useBattery() {
  const load = useLoad(signal => readBattery(signal).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 404) return unknown
    throw error
  }))
  /** Without its rated capacity nothing can be compared with it. */
  const unlabelled = computed(() => !!load.data.value && !load.data.value.rated_ah)
  return { load, battery: load.data, unlabelled }
}
