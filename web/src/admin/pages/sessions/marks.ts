import type { components } from '@/shared/api/schema'
import type { Mark } from '@/shared/curves/types'
import type { Charge, Control } from './types'

// What happened in a charge, in order: marked in the curve by number, and said in a list beside it.

type Translate = (key: string, values?: Record<string, unknown>) => string
type Decision = components['schemas']['DecisionView']

const tones: Record<string, Mark['tone']> = { notice: 'charging', alarm: 'paused', lock: 'locked', pause: 'paused', low: 'full', clear: 'free' }

/** Start, decisions, controls, full and end of a charge. */
export function marksOf(charge: Charge, decisions: readonly Decision[], controls: readonly Control[], t: Translate): Mark[] {
  const marks: Omit<Mark, 'number'>[] = [{ at: Date.parse(charge.started_at), kind: 'start', title: t('event.start'), text: '', tone: 'free' }]
  for (const each of decisions) {
    marks.push({
      at: Date.parse(each.at), kind: 'decision', title: t('event.decision', { rule: t(`rule.${each.rule}`), action: t(`event.act.${each.action}`) }), text: each.message,
      tone: tones[each.action] ?? 'free',
    })
  }
  for (const each of controls) marks.push({ at: Date.parse(each.at), kind: 'control', title: t('event.control', { by: each.by, action: t(`action.${each.action}`) }), text: '', tone: 'charging' })
  if (charge.full_at && !decisions.some(each => each.rule === 'full' && each.action === 'low')) marks.push({ at: Date.parse(charge.full_at), kind: 'full', title: t('event.full'), text: '', tone: 'full' })
  if (charge.ended_at) marks.push({ at: Date.parse(charge.ended_at), kind: 'end', title: t('event.end'), text: '', tone: 'free' })
  const rank = (kind: Mark['kind']) => (kind === 'start' ? 0 : kind === 'end' ? 2 : 1)
  return marks.sort((a, b) => a.at - b.at || rank(a.kind) - rank(b.kind)).map((mark, index) => ({ ...mark, number: index + 1 }))
}
