import { onScopeDispose, ref, shallowRef, watch, type Ref, type WatchSource } from 'vue'
import { ApiError } from './api/client'

/** Something read from the server: its value, whether it is being read, and what went wrong. */
export interface Load<T> {
  data: Ref<T | undefined>
  error: Ref<ApiError | null>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

/**
 * Reads, and reads again when a source changes; of answers that come late only the last counts. The old value stays while the next one is read.
 * @param read throws ApiError
 */
export function useLoad<T>(read: (signal: AbortSignal) => Promise<T>, sources: WatchSource[] = []): Load<T> {
  const data = shallowRef<T>()
  const error = shallowRef<ApiError | null>(null)
  const loading = ref(false)
  let running: AbortController | undefined

  async function reload() {
    running?.abort()
    const mine = (running = new AbortController())
    loading.value = true
    try {
      const got = await read(mine.signal)
      if (mine.signal.aborted) return
      data.value = got
      error.value = null
    } catch (failure) {
      if (mine.signal.aborted) return
      if (!(failure instanceof ApiError)) throw failure
      error.value = failure
    } finally {
      if (!mine.signal.aborted) loading.value = false
    }
  }

  watch(sources, () => void reload(), { immediate: true })
  onScopeDispose(() => running?.abort())
  return { data: data as Ref<T | undefined>, error, loading, reload }
}
