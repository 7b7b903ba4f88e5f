import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { checkSignedIn } from '../api/client'

/** What the server tells over a stream of events, by event name. */
export type LiveHandlers = Record<string, (data: never) => void>

const beatEvery = 5_000
const staleAfter = 3 * beatEvery
const retryAfter = [1_000, 2_000, 4_000, 8_000]

/** connecting: nothing heard yet; live; stale: silent, being asked anew, or the server cannot ask its silo. */
export type LiveState = 'connecting' | 'live' | 'stale'

/** What the server's clock showed when, and how fast it goes: that of a demo is faster than ours. */
const heardClock = shallowRef({ server: Date.now(), local: Date.now(), speed: 1 })
const tick = ref(Date.now())
setInterval(() => (tick.value = Date.now()), 1_000)

/** The server's clock now, in ms. */
export const serverNow = computed(() => heardClock.value.server + Math.max(0, tick.value - heardClock.value.local) * heardClock.value.speed)

/** Tells what the server's clock shows. */
export function heardServerTime(now: string) {
  const server = Date.parse(now)
  if (!Number.isFinite(server)) return
  const [before, local] = [heardClock.value, Date.now()]
  const passed = local - before.local
  const measured = passed >= 2_000 ? (server - before.server) / passed : before.speed
  heardClock.value = { server, local, speed: measured > 1.5 && measured < 10_000 ? measured : 1 }
  tick.value = local
}

/** State of the page's stream, for the mark in the head of the page. */
export const pageLive = ref<LiveState | null>(null)

/**
 * Listens to topics while the component lives: reconnects by itself, and says when what is shown has stopped.
 * @param topics topics, or a ref of them; the stream is opened anew when they change, and closed when there are none
 * @param handlers by event name (overview, stations, station, sockets, session, alarms, cluster)
 * @param address the stream: that of operators unless told
 */
export function useLive(topics: Ref<readonly string[]> | readonly string[], handlers: LiveHandlers, address = '/api/admin/live') {
  const wanted = computed(() => (Array.isArray(topics) ? topics : (topics as Ref<readonly string[]>).value).join(','))
  const state = ref<LiveState>('connecting')
  const heardAt = ref(0)
  let openedAt = 0
  let source: EventSource | null = null
  let tries = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  function heard() {
    heardAt.value = Date.now()
    tries = 0
    state.value = 'live'
  }

  function close() {
    clearTimeout(retry)
    source?.close()
    source = null
  }

  function open() {
    close()
    if (!wanted.value) return
    openedAt = Date.now()
    const stream = (source = new EventSource(`${address}?topics=${encodeURIComponent(wanted.value)}`))
    stream.addEventListener('beat', event => {
      heardServerTime((JSON.parse(event.data) as { now: string }).now)
      if (state.value !== 'stale' || Date.now() - heardAt.value > staleAfter) heard()
      else heardAt.value = Date.now()
    })
    stream.addEventListener('gone', () => (state.value = 'stale'))
    for (const [name, handle] of Object.entries(handlers)) {
      stream.addEventListener(name, event => {
        heard()
        handle(JSON.parse((event as MessageEvent<string>).data) as never)
      })
    }
    stream.onerror = () => {
      if (heardAt.value || tries > 0) state.value = 'stale' // a first connection may take a second try
      close()
      void checkSignedIn()
      retry = setTimeout(open, retryAfter[Math.min(tries++, retryAfter.length - 1)])
    }
  }

  const silence = setInterval(() => {
    if (source && Date.now() - Math.max(heardAt.value, openedAt) > staleAfter) {
      state.value = 'stale'
      open()
    }
  }, 1_000)

  watch(wanted, open, { immediate: true })
  const showing = watch([state, wanted], () => (pageLive.value = wanted.value ? state.value : null), { immediate: true })
  onScopeDispose(() => {
    showing()
    clearInterval(silence)
    close()
    pageLive.value = null
  })
  return { state, stale: computed(() => state.value === 'stale'), reconnect: open }
}
