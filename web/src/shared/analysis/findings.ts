import { severities, severityOf } from '../states/severity'
import type { Finding } from './types'
import { zh } from './words'

// Findings as pages tell them: the worst first, a student only what is about their bike.

type Translate = (key: string, values?: Record<string, unknown>) => string

/** The worst first, those as bad in the order of their coming. */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => severities.indexOf(severityOf(a.severity)) - severities.indexOf(severityOf(b.severity)) || Date.parse(a.at) - Date.parse(b.at))

/** Kinds about the bike, its charger or its plug. What is of the mains, the meter or the station is the operators'. */
const ofTheBike: ReadonlySet<string> = new Set([
  'over_current', 'over_power', 'tail_rise', 'taper_rise', 'no_taper', 'over_energy', 'oscillation', 'unlike_usual', 'current_creep', 'repeated_spikes', 'sudden_drop', 'poor_contact', 'high_tail', 'cell_over_voltage',
])

/** What concerns a student. */
export const forStudent = (findings: readonly Finding[]) => findings.filter(each => ofTheBike.has(each.kind))

/** Kinds there are words for. */
const known: ReadonlySet<string> = new Set(Object.keys(zh.finding))
/** What a finding is called; a kind that is not known here has a name, too. */
export const kindName = (kind: string, t: Translate) => t(`finding.${known.has(kind) ? kind : 'other'}`)

/** How sure, in words: never quite. */
export const sureness = (confidence: number, t: Translate) => t('analysis.sure', { n: Math.min(99, Math.max(1, Math.round(confidence * 100))) })

/** How many of each severity there are, the worst first: "2 处警告、1 处提示". */
export function tally(findings: readonly Finding[], t: Translate): string {
  return severities
    .map(severity => ({ severity, n: findings.filter(each => severityOf(each.severity) === severity).length }))
    .filter(({ n }) => n > 0).map(({ severity, n }) => t('analysis.tally', { n, severity: t(`severity.${severity}`) })).join(t('analysis.and'))
}
