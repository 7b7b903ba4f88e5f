import { ampere, dateTime, duration, kwh, type Language } from '../format'
import { severityLooks, severityOf } from '../states/severity'
import { kindName, tally, worstFirst } from './findings'
import type { Finding as OnCurve } from '../curves/types'
import { zh } from './words'
import type { ChargeAnalysis, EnergyTold, Features, Finding } from './types'

// An analysis in words.

type Translate = (key: string, values?: Record<string, unknown>) => string

/** What it comes to, in a line: its look, and what is yet to come. */
export interface Lead {
  tone: 'full' | 'charging' | 'paused' | 'locked' | 'free'
  icon: string
  words: string
  note: string
}

/**
 * The line above an analysis.
 * @param findings those that its reader is shown
 * @param open whether the charge goes on
 */
export function leadOf(analysis: ChargeAnalysis, findings: readonly Finding[], { open, student }: { open: boolean; student: boolean }, t: Translate): Lead {
  const note = open ? t('analysis.provisional') : analysis.is_final ? '' : t('analysis.soon')
  if (analysis.fault) return { tone: 'free', icon: 'ended', words: t('analysis.fault'), note: analysis.fault }
  if (!analysis.phases.length) return { tone: 'free', icon: open ? 'pending' : 'ended', words: t(open ? 'analysis.noCurveOpen' : 'analysis.noCurve'), note: '' }
  const worst = worstFirst(findings)[0]
  if (!worst) return { tone: 'full', icon: 'full', words: t(open ? 'analysis.calmOpen' : student ? 'analysis.calmStudent' : 'analysis.calm'), note }
  return { ...severityLooks[severityOf(worst.severity)], words: t('analysis.found', { tally: tally(findings, t) }), note }
}

/** Findings as points of the curve. */
export const onCurve = (findings: readonly Finding[], t: Translate): OnCurve[] => findings.map(each => ({
  at: Date.parse(each.at), severity: severityOf(each.severity), title: t('analysis.mark', { severity: t(`severity.${severityOf(each.severity)}`), kind: kindName(each.kind, t) }), text: each.message,
}))

/** Energy with what is known of it: "1.23 kWh，可能在 1.10–1.35 kWh 之间". */
export const energyRange = (energy: EnergyTold, t: Translate) => t('energy.range', { low: energy.low_kwh.toFixed(2), high: kwh(energy.high_kwh) })

/** What the counter did wrong, a sentence each. */
export const counterFaults = (energy: EnergyTold, t: Translate): string[] => energy.faults.map(({ kind, count, at }) =>
  t(`energy.fault.${kind in zh.energy.fault ? kind : 'other'}`, { n: count }) + ` · ${t('energy.first', { at: dateTime(at) })}`)

/** Seconds as people say them: "45 秒", "6 小时 58 分". */
export const span = (seconds: number, language: Language) => (seconds < 60 ? `${Math.round(seconds)} ${language === 'en' ? 's' : '秒'}` : duration(seconds / 60, language))

/** The course of a charge, what did not occur left out. */
export function courseOf(features: Features, language: Language, t: Translate): { name: string; value: string; note?: string }[] {
  const rows: { name: string; value: string; note?: string }[] = []
  const add = (name: string, seconds: number, value = span(seconds, language), note?: string) => seconds > 0 && rows.push({ name: t(`feature.${name}`), value, ...(note ? { note } : {}) })
  add('constant', features.constant_current_s, t('feature.constantAt', { time: span(features.constant_current_s, language), a: ampere(features.plateau_a).replace(/ A$/, '') }))
  add('taper', features.taper_s, undefined, features.taper_tau_s ? t('feature.tau', { time: span(features.taper_tau_s, language) }) : undefined)
  add('trickle', features.trickle_s)
  add('zero', features.zero_s)
  add('interrupted', features.interrupted_s)
  add('silent', features.silent_s)
  return rows
}
