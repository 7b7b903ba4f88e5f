import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { useErrorWords } from '@/shared/errorWords'
import { useSession } from '@/admin/session/session'
import { ApiError, ask, api } from '@/shared/api/client'
import type { SocketState } from '@/shared/states/states'
import type { Action, ControlResult, Meter } from '../types'
import { takes, type Socket } from './rules'

/** One meter of a command: what it waits for, and what came of it. */
export interface TaskItem {
  socket: Socket
  /** changed: something else happened to the meter meanwhile. */
  step: 'sending' | 'waiting' | 'done' | 'refused' | 'changed'
  message: string
  state: SocketState
}

/** A command to one or many meters, by whom, while it is carried out. */
export interface Task {
  id: number
  action: Action
  by: string
  at: number
  items: TaskItem[]
  /** It waits for long. */
  slow: boolean
}

/** The most meters of one request. */
const most = 500
const slowAfter = 30_000
/** A meter that neither waits nor is what it should be was changed by something else. */
const changedAfter = 15_000

/** Whether a meter is what an action makes of it; the station may not have obeyed yet. */
export function reached(meter: Meter, action: Action): boolean {
  if (action === 'lock') return meter.state === 'locked'
  if (action === 'unlock') return meter.state !== 'locked'
  if (action === 'release') return meter.session === null
  return action === 'off' ? meter.state === 'paused' : meter.session !== null && meter.state !== 'paused' && meter.state !== 'locked'
}

/** What comes of a waiting meter as it is now known. */
export function progress(meter: Meter, action: Action, waited: number): 'waiting' | 'done' | 'changed' {
  if (meter.pending) return 'waiting'
  if (reached(meter, action)) return 'done'
  return waited > changedAfter ? 'changed' : 'waiting'
}

interface Sockets {
  sockets: Readonly<Ref<readonly Socket[]>>
  find: (key: string) => Socket | undefined
  apply: (meters: readonly Meter[]) => void
}

/** Asks once, commands, and tells what comes of it until the stations have obeyed. */
export function useControl(known: Sockets) {
  const session = useSession()
  const words = useErrorWords()
  const asked = ref<{ action: Action; takers: Socket[]; others: Socket[] } | null>(null)
  const tasks = ref<Task[]>([])
  let next = 1

  /** Opens the question about an action; others are those it is not for. */
  function askFor(action: Action, sockets: readonly Socket[]) {
    asked.value = { action, takers: sockets.filter(s => takes(s.meter, action)), others: sockets.filter(s => !takes(s.meter, action)) }
  }

  function settle() {
    const now = Date.now()
    for (const task of tasks.value) {
      for (const item of task.items) {
        if (item.step !== 'waiting') continue
        const socket = known.find(item.socket.key)
        if (!socket) continue
        item.state = socket.state
        item.step = progress(socket.meter, task.action, now - task.at)
      }
      task.slow = now - task.at > slowAfter && task.items.some(i => i.step === 'waiting')
    }
  }

  async function send(task: Task, items: TaskItem[]) {
    try {
      const reply = await ask(api.POST('/api/admin/control', { body: { action: task.action, ammeters: items.map(i => ({ group: i.socket.meter.group, ammeter: i.socket.meter.ammeter })) } }))
      const results = reply.results as ControlResult[]
      known.apply(results.flatMap(r => (r.meter ? [r.meter] : [])))
      results.forEach((result, index) => {
        const item = items[index]!
        item.step = result.ok ? 'waiting' : 'refused'
        item.message = result.message ?? ''
      })
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      for (const item of items) {
        item.step = 'refused'
        item.message = words(failure)
      }
    }
    settle()
  }

  /** Does what was asked about. */
  async function go() {
    if (!asked.value) return
    const { action, takers } = asked.value
    asked.value = null
    tasks.value.unshift({
      id: next++, action, by: session.user?.name ?? '', at: Date.now(), slow: false,
      items: takers.map(socket => ({ socket, step: 'sending', message: '', state: socket.state })),
    })
    const task = tasks.value[0]!
    for (let from = 0; from < task.items.length; from += most) await send(task, task.items.slice(from, from + most))
  }

  watch(known.sockets, settle)
  const clock = setInterval(() => tasks.value.some(t => t.items.some(i => i.step === 'waiting')) && settle(), 1_000)
  onScopeDispose(() => clearInterval(clock))

  return {
    asked, tasks, askFor, go,
    forget: (id: number) => (tasks.value = tasks.value.filter(t => t.id !== id)),
    busy: computed(() => tasks.value.some(t => t.items.some(i => i.step === 'sending'))),
  }
}
