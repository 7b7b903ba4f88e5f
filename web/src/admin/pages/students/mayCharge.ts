import type { Student } from './types'

/** What of the campus's settings decides whether a student may start. */
export interface ChargeLimits {
  /** Fen; above it nothing starts. Null: no limit. */
  arrearsLimitFen: number | null
  sessionsPerStudent: number
}

export type Obstacle = 'blocked' | 'not_registered' | 'no_card' | 'arrears' | 'busy'

/** Whether a student may start a charge, and everything that stands in the way, the gravest first. */
export interface Verdict {
  state: 'may' | 'mayNot' | 'charging'
  obstacles: Obstacle[]
}

/** The server's own rule: blocked, not registered, without a card, or owing more than the limit may not start; nor may who charges already. */
export function mayCharge(student: Student, limits: ChargeLimits | undefined): Verdict {
  const obstacles: Obstacle[] = []
  if (student.blocked) obstacles.push('blocked')
  if (!student.registered) obstacles.push('not_registered')
  if (!student.card_number) obstacles.push('no_card')
  if (limits && limits.arrearsLimitFen !== null && student.unpaid_fen > limits.arrearsLimitFen) obstacles.push('arrears')
  const charging = !!student.open_charge_id
  if (charging && !obstacles.length && (limits?.sessionsPerStudent ?? 1) <= 1) return { state: 'charging', obstacles: ['busy'] }
  return { state: obstacles.length ? 'mayNot' : charging ? 'charging' : 'may', obstacles }
}

/** The limits among settings in force, where a limit that does not hold is "none". */
export function limitsOf(effective: unknown): ChargeLimits {
  const settings = (effective ?? {}) as Record<string, unknown>
  const limit = settings['arrears_limit_fen']
  const sessions = settings['sessions_per_student']
  return { arrearsLimitFen: typeof limit === 'number' ? limit : null, sessionsPerStudent: typeof sessions === 'number' ? sessions : 1 }
}
