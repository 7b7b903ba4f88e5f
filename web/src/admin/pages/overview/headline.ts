import type { AlarmCounts } from './types'

/** How the campus is: in words' names, what is worst first. */
export interface Headline {
  tone: 'full' | 'paused' | 'locked' | 'free'
  icon: string
  parts: { name: string; n: number }[]
}

/** One answer: alarms nobody has seen and stations that are not heard need somebody; alarms that were seen are only told. */
export function headline(stations: readonly { online: boolean }[], alarms: AlarmCounts): Headline {
  if (!stations.length) return { tone: 'free', icon: 'stations', parts: [{ name: 'nothing', n: 0 }] }
  const offline = stations.filter(s => !s.online).length
  const parts = [{ name: 'alarms', n: alarms.unacknowledged }, { name: 'offline', n: offline }].filter(p => p.n > 0)
  if (parts.length) return { tone: alarms.unacknowledged > 0 && alarms.danger > 0 ? 'locked' : 'paused', icon: 'warning', parts }
  return { tone: 'full', icon: 'full', parts: [{ name: 'well', n: 0 }] }
}

/** What is more or less than another, as a part of it: null when there is nothing to compare with. */
export function change(now: number, before: number): number | null {
  return before > 0 ? (now - before) / before : null
}
