import { computed, shallowRef, type Ref } from 'vue'
import { useLive } from '@/shared/live/live'
import { keyOf, type Meter, type SocketsTold, type Station, type StationTold, type StationsTold } from '../types'
import { merged } from '../useStations'
import { Histories } from './history'
import { socketOf, type Socket } from './rules'

/** Meters as the live stream tells them, of one station or of the campus. */
export function useSockets(group?: Ref<string>) {
  const meters = new Map<string, Meter>()
  const made = new Map<string, Socket>()
  const histories = new Histories()
  const stations = shallowRef<ReadonlyMap<string, Station>>(new Map())
  const sockets = shallowRef<readonly Socket[]>([])
  const told = shallowRef(false)

  /** Those that did not change stay the same objects: their cards are not drawn anew. */
  function rebuild() {
    const next: Socket[] = []
    for (const [key, meter] of meters) {
      const station = stations.value.get(meter.group)
      let socket = made.get(key)
      if (!socket || socket.meter !== meter || socket.online !== (station?.online ?? true) || socket.stationName !== (station?.name ?? meter.group)) made.set(key, (socket = socketOf(meter, station)))
      next.push(socket)
    }
    sockets.value = next
  }

  function take(meter: Meter) {
    const key = keyOf(meter)
    meters.set(key, meter)
    histories.note(key, meter)
  }
  function drop(key: string) {
    meters.delete(key)
    made.delete(key)
    histories.forget(key)
  }
  /** The whole: what is no longer in it is gone. */
  function takeAll(all: readonly Meter[], whole: boolean) {
    if (whole) {
      const there = new Set(all.map(keyOf))
      for (const key of [...meters.keys()]) if (!there.has(key)) drop(key)
    }
    all.forEach(take)
  }

  /** Takes a station as it was read. */
  function takeStation(station: Station) {
    stations.value = new Map(stations.value).set(station.group, station)
    if (station.ammeters) {
      takeAll(station.ammeters, true)
      told.value = true
    }
    rebuild()
  }

  const live = useLive(computed(() => (group ? [`station:${group.value}`] : ['stations', 'sockets'])), {
    station(data: StationTold) {
      const of = data.topic.slice('station:'.length)
      if (of !== group?.value) return
      if (data.station) stations.value = new Map([[of, data.station]])
      takeAll(data.ammeters, data.full)
      for (const ammeter of data.gone) drop(`${of}/${ammeter}`)
      told.value = true
      rebuild()
    },
    stations(data: StationsTold) {
      stations.value = merged(stations.value, data)
      if (told.value) rebuild()
    },
    sockets(data: SocketsTold) {
      takeAll(data.items, data.full)
      for (const [of, ammeter] of data.gone) drop(`${of}/${ammeter}`)
      told.value = true
      rebuild()
    },
  })

  function clear() {
    meters.clear()
    made.clear()
    stations.value = new Map()
    told.value = false
    sockets.value = []
  }

  return {
    ...live, sockets, stations, histories, told, takeStation, clear,
    /** Takes meters as a command answered them. */
    apply(changed: readonly Meter[]) {
      changed.filter(meter => meters.has(keyOf(meter))).forEach(take)
      rebuild()
    },
    /** A meter as it is known now. */
    find: (key: string) => made.get(key),
  }
}
