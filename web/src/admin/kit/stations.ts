import { computed, shallowRef } from 'vue'
import { sendJson } from '@/shared/api/client'

// The names of stations, read once for all lists that name them.

interface NamedStation {
  group: string
  name: string
}

const known = shallowRef<readonly NamedStation[]>([])
let reading: Promise<void> | undefined

async function read() {
  try {
    known.value = (await sendJson<{ stations: NamedStation[] }>('GET', '/api/admin/overview')).stations
  } catch {
    reading = undefined // names are a help; the next page asks again
  }
}

/** Stations by name; the numbers serve until they are read. */
export function useStationNames() {
  reading ??= read()
  const names = computed(() => new Map(known.value.map(station => [station.group, station.name])))
  const nameOf = (group: string) => names.value.get(group) || ''
  return {
    stations: known,
    nameOf,
    /** "东门 0003". */
    titled: (group: string) => `${nameOf(group)} ${group}`.trim(),
  }
}
