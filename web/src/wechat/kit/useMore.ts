import { computed, ref, shallowRef, watch, type WatchSource } from 'vue'
import { ApiError } from '@/shared/api/client'
import { useLoad } from '@/shared/load'
import type { Page } from '@/shared/student/types'

/** A list that is read page by page as somebody asks for more; from the first page again when a source changes. */
export function useMore<T>(read: (page: number, signal?: AbortSignal) => Promise<Page<T>>, sources: WatchSource[] = []) {
  const further = shallowRef<T[]>([])
  const reading = ref(false)
  const fault = shallowRef<ApiError | null>(null)
  const first = useLoad(signal => read(1, signal), sources)
  let page = 1
  watch(first.data, () => {
    page = 1
    further.value = []
    fault.value = null
  })
  const items = computed(() => [...(first.data.value?.items ?? []), ...further.value])

  async function more() {
    const of = first.data.value
    reading.value = true
    fault.value = null
    try {
      const next = await read(page + 1)
      if (of !== first.data.value) return
      page++
      further.value = [...further.value, ...next.items]
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      fault.value = failure
    } finally {
      reading.value = false
    }
  }

  return { items, left: computed(() => Math.max(0, (first.data.value?.total ?? 0) - items.value.length)), more, reading, fault, first }
}
