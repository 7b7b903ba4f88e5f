import { computed } from 'vue'
import { forStudent } from './findings'
import { onCurve } from './told'
import { useAnalysis } from './useAnalysis'
import { readAnalysis } from '../student/api'

/**
 * What a charge's curve says to whom it belongs: without what is the operators' alone.
 * @param charge its id, and whether it is still running
 * @param t words of the analysis, too
 */
export function useChargeAnalysis(charge: () => { id: number; live: boolean }, t: (key: string, values?: Record<string, unknown>) => string) {
  const load = useAnalysis(signal => readAnalysis(charge().id, signal), () => charge().live, [() => charge().id, () => charge().live])
  const findings = computed(() => forStudent(load.data.value?.findings ?? []))
  return { load, findings, points: computed(() => onCurve(findings.value, t)) }
}
