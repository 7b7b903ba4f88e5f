import { ref, shallowRef, watch, type Ref } from 'vue'
import { order, type Socket } from './rules'

/**
 * Sorts by need, but holds still while somebody is about to click: cards then change in place, and new ones come last.
 * @param filtered those that fit the filter now
 * @param filter when it changes, all is sorted anew
 * @param held whether somebody points at, is in, or has chosen of the list
 * @param find a socket as it is now; undefined when it is gone
 */
export function useHeldOrder(filtered: Readonly<Ref<readonly Socket[]>>, filter: Readonly<Ref<string>>, held: Readonly<Ref<boolean>>, find: (key: string) => Socket | undefined) {
  const shown = shallowRef<readonly Socket[]>([])
  const stirred = ref(false)

  function sort() {
    shown.value = order(filtered.value)
    stirred.value = false
  }

  function keep() {
    const there = new Set(shown.value.map(s => s.key))
    const wanted = order(filtered.value)
    shown.value = [...shown.value.flatMap(s => find(s.key) ?? []), ...wanted.filter(s => !there.has(s.key))]
    stirred.value = wanted.length !== shown.value.length || wanted.some((s, i) => s.key !== shown.value[i]!.key)
  }

  watch([filtered, filter, held], ([, now, still], [, before]) => {
    if (still && now === before && shown.value.length) keep()
    else sort()
  }, { immediate: true })

  return { shown, stirred, sort }
}
