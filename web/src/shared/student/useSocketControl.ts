import { computed, ref, watch } from 'vue'
import { duration } from '../format'
import { language } from '../i18n'
import { serverNow } from '../live/live'
import { control } from './api'
import { useHome } from './home'
import { socketPlace } from './places'
import type { LiveSession } from './types'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** Waiting longer than this (s) is said to be long: a station asks every few seconds. */
const longWait = 30

/** How a library asks once before something is done, and says why it was not. */
export interface Asking {
  confirm: (title: string, text: string, button: string) => Promise<boolean>
  run: (work: () => Promise<unknown>) => Promise<unknown>
}

/**
 * The one main action of a socket: off ↔ on, what it waits for, and what happened.
 * @param session the charge whose socket it is
 * @param t with the words of students' pages (words.ts)
 */
export function useSocketControl(session: () => LiveSession, t: Translate, { confirm, run }: Asking) {
  const home = useHome()
  const time = (seconds: number) => (seconds < 60 ? t('socket.seconds', { n: seconds }) : duration(seconds / 60, language()))
  const sending = ref(false)
  const outcome = ref('')

  const named = computed(() => socketPlace(session()))
  const can = computed(() => session().can)
  /** What the button does: back on where it is off, else off. */
  const action = computed<'on' | 'off'>(() => (can.value.on || (!can.value.off && session().switch === 'paused') ? 'on' : 'off'))
  const possible = computed(() => can.value[action.value])
  const pending = computed(() => session().pending)
  const words = computed(() => {
    const waits = pending.value
    if (waits) {
      const seconds = Math.max(0, Math.round((serverNow.value - Date.parse(waits.requested_at)) / 1000))
      const does = t(`socket.name.${waits.level}`) + (waits.by_me ? '' : ` (${t('socket.byOther')})`)
      if (!session().online) return t('socket.waitingOffline', { action: does })
      return t(seconds > longWait ? 'socket.waitingLong' : 'socket.waiting', { action: does, time: time(seconds) })
    }
    return outcome.value || (possible.value ? '' : can.value.why_not ?? (session().switch === 'locked' ? t('socket.locked') : ''))
  })

  async function act() {
    const asked = action.value
    const { charge_id } = session()
    if (!(await confirm(t(`socket.${asked}`), t(asked === 'on' ? 'socket.askOn' : 'socket.askOff', { socket: named.value }), t(`socket.${asked}`)))) return
    outcome.value = ''
    sending.value = true
    await run(async () => home.takeSession(await control(charge_id, asked)))
    sending.value = false
  }

  // What the station was seen to do, by whomever it was asked.
  watch(() => [session().charge_id, pending.value?.level] as const, ([id, now], [before, was]) => {
    if (id !== before) outcome.value = ''
    else if (was && !now && (was === 'on' || was === 'off')) outcome.value = t(was === 'on' ? 'socket.doneOn' : 'socket.doneOff')
  })

  return { action, possible, pending, words, sending, named, act, happened: computed(() => !pending.value && !!outcome.value) }
}
