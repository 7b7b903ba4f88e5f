import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { onSignedOut, sendJson, useAntiforgery } from '@/shared/api/client'
import { heardServerTime } from '@/shared/live/live'

interface Session {
  user: { name: string; role: 'operator' | 'administrator'; must_change_password: boolean } | null
  antiforgery: string
  now: string
  version: string
  engine: string
}

/** Who is signed in. */
export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const user = computed(() => session.value?.user ?? null)

  function take(got: Session) {
    session.value = got
    useAntiforgery(got.antiforgery)
    heardServerTime(got.now)
  }

  async function read() {
    take(await sendJson<Session>('GET', '/api/session'))
  }

  async function signIn(userName: string, password: string) {
    take(await sendJson<Session>('POST', '/api/session', { user_name: userName, password }))
  }

  async function signOut(everywhere = false) {
    if (everywhere) await sendJson('POST', '/api/session/sign-out-everywhere')
    else await sendJson('DELETE', '/api/session')
    await read()
  }

  async function changePassword(current: string, password: string) {
    await sendJson('PUT', '/api/session/password', { current, password })
    await read()
  }

  onSignedOut(() => void read().catch(() => undefined))

  return { session, user, isAdministrator: computed(() => user.value?.role === 'administrator'), read, signIn, signOut, changePassword }
})
