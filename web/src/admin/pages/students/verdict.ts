import type { Student } from './types'

/** What stands in the way: what the server would refuse a start for, and having no card to start with. */
export type Obstacle = 'not_registered' | 'blocked' | 'already_charging' | 'arrears' | 'no_card'

/** What the page says first of a student. */
export interface Verdict {
  state: 'may' | 'mayNot' | 'charging'
  obstacles: Obstacle[]
}

/** The server's standing of a student in the page's words: who charges and is only refused a second start is charging, not refused. */
export function verdictOf(student: Student): Verdict {
  const obstacles = [...(student.standing?.obstacles ?? []), ...(student.card_number ? [] : ['no_card'])] as Obstacle[]
  const charging = !!student.open_charge_id && obstacles.every(each => each === 'already_charging')
  return { state: charging ? 'charging' : obstacles.length ? 'mayNot' : 'may', obstacles }
}
