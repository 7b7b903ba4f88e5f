import type { Phase } from '@/shared/curves/types'

/** How long a phase lasted in all, s, and which part of the whole that is, 0 to 1. */
export interface PhaseTotal {
  phase: string
  seconds: number
  part: number
}

/** The phases of a charge added up, in the order of their coming. */
export function phaseTotals(phases: readonly Phase[]): PhaseTotal[] {
  const sums = new Map<string, number>()
  for (const { phase, from, to } of phases) sums.set(phase, (sums.get(phase) ?? 0) + Math.max(0, Date.parse(to) - Date.parse(from)) / 1000)
  const all = [...sums.values()].reduce((sum, each) => sum + each, 0)
  return [...sums].map(([phase, seconds]) => ({ phase, seconds, part: all ? seconds / all : 0 }))
}
