import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { onSignedOut, useAntiforgery, useSessionAddress } from '../api/client'
import { heardServerTime } from '../live/live'
import * as student from './api'
import type { Me, Session } from './types'

/** Which student is signed in, and what they told of themselves. */
export const useStudent = defineStore('student', () => {
  useSessionAddress(student.sessionAddress)
  const session = shallowRef<Session | null>(null)
  const me = shallowRef<Me | null>(null)
  const user = computed(() => session.value?.user ?? null)
  /** Signed in a moment ago, and no more, without having asked for it. */
  const ended = ref(false)

  function take(got: Session) {
    const [before, now] = [user.value, got.user]
    session.value = got
    ended.value = !!before && !now
    if (before?.student_number !== now?.student_number) me.value = null
    useAntiforgery(got.antiforgery)
    heardServerTime(got.now)
  }

  const read = async () => take(await student.readSession())
  const readMe = async (signal?: AbortSignal) => (me.value = await student.readMe(signal))

  async function signIn(userName: string, password: string) {
    take(await student.signIn(userName, password))
  }

  async function register(given: Parameters<typeof student.register>[0]) {
    take(await student.register(given))
  }

  async function signOut() {
    await student.signOut()
    await read()
    ended.value = false
  }

  async function changeMe(change: Parameters<typeof student.changeMe>[0]) {
    me.value = await student.changeMe(change)
  }

  async function changePassword(current: string, password: string) {
    await student.changePassword(current, password)
    await read() // the token is another one afterwards
  }

  /** Binds the WeChat account that this browser proved. */
  async function bind() {
    me.value = await student.bindWechat()
    await read()
  }

  async function unbind() {
    me.value = await student.unbindWechat()
    await read()
  }

  async function erase(password: string) {
    await student.eraseMe(password)
    await read()
    ended.value = false
  }

  onSignedOut(() => void read().catch(() => undefined))

  return { session, user, me, ended, read, readMe, signIn, register, signOut, changeMe, changePassword, bind, unbind, erase }
})
