import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { ApiError } from '../api/client'
import { heardServerTime, serverNow, useLive } from '../live/live'
import * as student from './api'
import type { Home, LiveSession } from './types'

/** What a student's first page tells: the last picture heard, and whether it is old. */
export const useHome = defineStore('student-home', () => {
  const home = shallowRef<Home | null>(null)
  const error = shallowRef<ApiError | null>(null)
  /** Since when the server is silent (its own time, ms): what is shown is as of then. Null while it talks. */
  const oldSince = ref<number | null>(null)
  const old = computed({ get: () => oldSince.value !== null, set: now => (oldSince.value = now ? oldSince.value ?? serverNow.value : null) })

  /** Of pictures that cross on the way the later one counts. */
  function take(told: Home) {
    error.value = null
    if (home.value && Date.parse(told.now) < Date.parse(home.value.now)) return
    home.value = told
    heardServerTime(told.now)
  }

  async function read() {
    try {
      take(await student.readHome())
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      error.value = failure
      if (home.value && failure.status !== 401) old.value = true
    }
  }

  function forget() {
    home.value = null
    error.value = null
    old.value = false
  }

  /** What a command answered of its session. */
  function takeSession(told: LiveSession) {
    if (home.value) home.value = { ...home.value, sessions: home.value.sessions.map(each => (each.charge_id === told.charge_id ? told : each)) }
  }

  return { home, error, old, oldSince, sessions: computed(() => home.value?.sessions ?? []), read, take, takeSession, forget }
})

/**
 * Keeps the home live while the component lives: once, by the frame around the pages.
 * @param wanted whether somebody is signed in
 */
export function useHomeLive(wanted: Ref<boolean>) {
  const store = useHome()
  const { state, reconnect } = useLive(computed(() => (wanted.value ? ['home'] : [])), { home: (told: { home: Home }) => store.take(told.home) }, student.liveAddress)
  watch(state, now => {
    if (now === 'stale') store.old = !!store.home
    else if (now === 'live') store.old = false
  })
  // A phone stops what it does not show: back again, the stream may be long dead.
  const shown = () => {
    if (document.visibilityState !== 'visible' || !wanted.value) return
    if (state.value !== 'live') reconnect()
    void store.read()
  }
  document.addEventListener('visibilitychange', shown)
  onScopeDispose(() => document.removeEventListener('visibilitychange', shown))
  return { state, reconnect }
}
