// One colour, one icon, one word for each state, everywhere.

/** What a socket is doing, as the interface tells it apart. */
export type SocketState = 'charging' | 'full' | 'paused' | 'free' | 'locked' | 'offline'

/** All of them, those that need somebody first. */
export const socketStates: readonly SocketState[] = ['locked', 'offline', 'full', 'paused', 'charging', 'free']

/** Paths of 24 × 24 icons, drawn as strokes. */
export const icons: Record<string, string> = {
  charging: 'M13 2 5 14h6l-1 8 8-12h-6z',
  full: 'M4 12l5 5L20 6',
  paused: 'M8 5v14M16 5v14',
  free: 'M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4',
  locked: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3',
  offline: 'M9 15l-2.5 2.5a3.5 3.5 0 0 1-5-5L5 9M15 9l2.5-2.5a3.5 3.5 0 0 1 5 5L19 15M4 4l16 16',
  online: 'M5 12a10 10 0 0 1 14 0M8 15a6 6 0 0 1 8 0M12 19h.01',
  ended: 'M5 12h14',
  pending: 'M12 3a9 9 0 1 0 9 9M12 7v5l3 2',
  overview: 'M4 13h7V4H4zM13 20h7V4h-7zM4 20h7v-5H4z',
  stations: 'M5 21V5a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v16M3 21h14M15 10h2a2 2 0 0 1 2 2v4a1.5 1.5 0 0 0 3 0V9l-3-3M8 7h4',
  sockets: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  sessions: 'M3 17l5-6 4 4 4-8 5 6M3 21h18',
  students: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0',
  billing: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  alarms: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  pushes: 'M4 5h16v11H9l-5 4z',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  administrators: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM9 12l2 2 4-4',
  audit: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7M9 8h3',
  cluster: 'M4 4h16v6H4zM4 14h16v6H4zM8 7h.01M8 17h.01',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4',
  export: 'M12 4v11M7 10l5 5 5-5M4 20h16',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0',
  warning: 'M12 3 2 20h20zM12 10v4M12 17h.01',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  place: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  way: 'M4 11 20 4l-7 16-2-7z',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  battery: 'M3 8h15v8H3zM21 11v2',
  batteries: 'M3 8h15v8H3zM21 11v2M6 12h3l2-2 2 4 1-2h1',
  models: 'M3 19c5 0 5-13 9-13s4 13 9 13M3 21h18',
}

/** The ledger's and the meter's words as states: "low" is full, "idle" is free. */
export function socketState(word: string, online = true): SocketState {
  if (!online) return 'offline'
  if (word === 'low' || word === 'full') return 'full'
  if (word === 'idle' || word === 'free') return 'free'
  return word === 'charging' || word === 'paused' || word === 'locked' ? word : 'offline'
}

/** What a pending control will make of a socket: that of its target's colour. */
export function pendingState(control: string): SocketState {
  if (control === 'on') return 'charging'
  if (control === 'off') return 'paused'
  if (control === 'locked' || control === 'lock') return 'locked'
  return 'free'
}
