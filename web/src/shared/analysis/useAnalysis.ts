import { useIntervalFn } from '@vueuse/core'
import type { WatchSource } from 'vue'
import { useLoad, type Load } from '../load'
import type { ChargeAnalysis } from './types'

/** A running charge is analysed anew this often, ms; one that has just ended until its final analysis is there. */
const every = 60_000
const soon = 10_000

/**
 * What a charge's curve says, kept up to date while that may change.
 * @param read asks the server
 * @param live whether the charge goes on
 * @param sources what it is read anew for
 */
export function useAnalysis(read: (signal: AbortSignal) => Promise<ChargeAnalysis>, live: () => boolean, sources: WatchSource[]): Load<ChargeAnalysis> {
  const load = useLoad(read, sources)
  let readAt = Date.now()
  useIntervalFn(() => {
    const wait = live() ? every : load.data.value && !load.data.value.is_final ? soon : Infinity
    if (document.hidden || load.loading.value || Date.now() - readAt < wait) return
    readAt = Date.now()
    void load.reload()
  }, 5_000)
  return load
}
