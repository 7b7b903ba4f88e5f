// The percentage that is shown, from estimates that come and change: it climbs and falls smoothly, never jumps, and says when it must go down.

export interface Shown {
  /** What is shown, 0 to 100; null: there is no estimate. */
  percent: number | null
  /** Where it is going. */
  goal: number | null
  /** It goes down: the estimate was made again. */
  again: boolean
}

/** Points a second upward and downward. */
const climb = 20
const fall = 2
/** An estimate that wavers down by less (points) is not followed. */
const waver = 1.5

export const nothingShown: Shown = { percent: null, goal: null, again: false }

/** A new estimate. The first one is shown as it is. */
export function told(shown: Shown, estimate: number | null): Shown {
  if (estimate === null) return nothingShown
  const goal = Math.min(100, Math.max(0, estimate))
  if (shown.percent === null) return { percent: goal, goal, again: false }
  if (goal >= shown.percent) return { ...shown, goal, again: false }
  if (shown.percent - goal < waver) return { ...shown, goal: shown.percent, again: false }
  return { ...shown, goal, again: true }
}

/** So many seconds later. */
export function later(shown: Shown, seconds: number): Shown {
  const { percent, goal } = shown
  if (percent === null || goal === null || percent === goal) return shown.again ? { ...shown, again: false } : shown
  const next = goal > percent ? Math.min(goal, percent + climb * seconds) : Math.max(goal, percent - fall * seconds)
  return { percent: next, goal, again: shown.again && next !== goal }
}

/** Whole percent as words show it: 100 only where it is full. */
export const wholePercent = (percent: number, full: boolean) => (full ? 100 : Math.min(99, Math.round(percent)))
