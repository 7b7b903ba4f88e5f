// What a socket can be told, and the words for it.

export type SocketAction = 'on' | 'off' | 'release' | 'lock' | 'unlock'

/** What the buttons need to know of a socket. */
export interface SocketOfActions {
  group: string
  ammeter: string
  name?: string | null
  stationName?: string | null
  /** The meter's word: idle, charging, low, paused, locked. */
  state: string
  /** Whose charge is open on it. */
  student?: string | null
  /** A command that the meter has not obeyed yet. */
  pending?: boolean
}

/** The commands that make sense now; the server refuses the others. */
export function actionsOf(state: string, inUse: boolean): SocketAction[] {
  if (state === 'locked') return ['unlock']
  if (!inUse) return ['lock']
  return [state === 'paused' ? 'on' : 'off', 'release', 'lock']
}

export const socketActionWords = {
  zh: {
    named: '{station} · {name}（{ammeter}）',
    ask: {
      on: '恢复 {socket} 的供电。', off: '断开 {socket} 的供电，之后可以合闸恢复。', release: '释放 {socket}。', lock: '锁定 {socket} 并断电，解锁之前不能使用。',
      unlock: '解锁 {socket}，回到锁定前的状态。',
    },
    student: {
      on: '学生 {student} 的充电继续。', off: '学生 {student} 的充电会暂停。', release: '学生 {student} 的充电会结束并生成账单。', lock: '学生 {student} 的充电会中断。',
      unlock: '学生 {student} 的充电仍在此插座。',
    },
    sent: '{action}命令已接受，等待电表执行', noChange: '{action}已完成', obeyed: '{socket} 已执行{action}',
  },
  en: {
    named: '{station} · {name} ({ammeter})',
    ask: {
      on: 'Gives power to {socket} again. ', off: 'Takes the power from {socket}; it can be switched on again. ', release: 'Releases {socket}. ',
      lock: 'Locks {socket} and takes its power; it cannot be used until it is unlocked. ', unlock: 'Unlocks {socket}: it is again as it was before. ',
    },
    student: {
      on: 'The charge of student {student} goes on.', off: 'The charge of student {student} is paused.', release: 'The charge of student {student} ends and is billed.',
      lock: 'The charge of student {student} is interrupted.', unlock: 'The charge of student {student} is still on this socket.',
    },
    sent: '{action}: accepted, waiting for the meter', noChange: '{action}: done', obeyed: '{socket} did it: {action}',
  },
}
