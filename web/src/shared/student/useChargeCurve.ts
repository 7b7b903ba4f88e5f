import { computed, shallowRef } from 'vue'
import { extended, type Curve } from '../curves/curve'
import type { Point } from '../curves/types'
import { useLive } from '../live/live'
import { useLoad } from '../load'
import { liveAddress, readCurve, readPhases } from './api'

const phasesEvery = 60_000

/**
 * A charge's curve with its phases; a live one grows by the samples that come in.
 * @param charge its id, and whether it is still running
 * @param most how many samples are drawn of a long one
 */
export function useChargeCurve(charge: () => { id: number; live: boolean }, most = 600) {
  const curve = shallowRef<Curve>()
  let of: number | undefined
  let readAt = 0
  let begun = false
  let early: Point[] = []

  const load = useLoad(async signal => {
    const { id } = charge()
    if (id !== of) curve.value = undefined
    of = id
    const read = await readCurve(id, most, signal)
    curve.value = extended(read, early)
    early = []
    return read
  }, [() => charge().id])
  const phases = useLoad(async signal => {
    readAt = Date.now()
    return readPhases(charge().id, signal)
  }, [() => charge().id])

  useLive(computed(() => (charge().live ? [`session:${charge().id}`] : [])), {
    session: (told: { full?: boolean; points?: Point[] }) => {
      if (told.full && begun) void load.reload() // what was missed meanwhile comes thinned: it is read anew
      begun ||= !!told.full
      if (!told.points?.length) return
      if (curve.value) curve.value = extended(curve.value, told.points)
      else early.push(...told.points)
      if (Date.now() - readAt > phasesEvery && !document.hidden) void phases.reload()
    },
  }, liveAddress)

  return { curve, phases: computed(() => phases.data.value ?? []), error: load.error, reload: () => Promise.all([load.reload(), phases.reload()]) }
}
