import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Filters, sorting and page of a list, all in the address: a link shows the same list. */
export function useListQuery<F extends string>(filters: readonly F[], defaults: { sort?: string; pageSize?: number } = {}) {
  const route = useRoute()
  const router = useRouter()
  const text = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }
  const change = (changes: Record<string, string | number | null | undefined>) => {
    const next: Record<string, string> = {}
    for (const [name, value] of Object.entries({ ...route.query, ...changes })) if (value !== null && value !== undefined && value !== '') next[name] = String(value)
    void router.replace({ query: next })
  }
  const values = computed(() => Object.fromEntries(filters.map(name => [name, text(name)])) as Record<F, string>)
  const page = computed({ get: () => Math.max(1, Number(text('page')) || 1), set: value => change({ page: value > 1 ? value : null }) })
  const pageSize = computed({ get: () => Math.min(200, Number(text('pageSize')) || defaults.pageSize || 50), set: value => change({ pageSize: value, page: null }) })
  const sort = computed({ get: () => text('sort') || defaults.sort || '', set: value => change({ sort: value === defaults.sort ? null : value, page: null }) })
  /** What the server is asked with. */
  const asked = computed(() => ({ ...values.value, ...(sort.value ? { sort: sort.value } : {}), page: page.value, pageSize: pageSize.value }))
  return {
    values, page, pageSize, sort, asked,
    /** Sets filters and goes back to the first page. */
    set: (changes: Partial<Record<F, string | null>>) => change({ ...changes, page: null }),
    clear: () => change({ ...Object.fromEntries(filters.map(name => [name, null])), page: null }),
    any: computed(() => Object.values(values.value).some(Boolean)),
  }
}
