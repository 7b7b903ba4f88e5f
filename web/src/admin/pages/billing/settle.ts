import { ref } from 'vue'
import { api, ask, sendJson } from '@/shared/api/client'
import { yuan } from '@/shared/format'
import { usePageText } from '@/shared/i18n'
import { useActions } from '@/shared/kit/act'
import { added, type Billed } from './steps'
import type { BillHistory, SettleResult, Step } from './types'
import { en, zh } from './words'

/** Pays, waives, reopens one bill or many: asks once, naming student and amount, and for the reason where there may be one. */
export function useSettle() {
  const { t } = usePageText(zh, en)
  const { confirm, prompt, run } = useActions()
  /** How many bills are being worked on. */
  const working = ref(0)

  /** The reason ('' for none), or null when it was left. */
  async function agreed(step: Step, bills: readonly Billed[]): Promise<string | null> {
    const { n, students, fen } = added(bills)
    const text = n === 1 ? t(`step.one.${step}`, { student: bills[0]!.student_number, money: yuan(fen) }) : t(`step.many.${step}`, { n, students, money: yuan(fen) })
    const button = t(`step.button.${step}`)
    if (step === 'pay') return (await confirm(t('step.pay'), text, { button })) ? '' : null
    return prompt(t(`step.${step}`), text, { button, longest: 200, ...(step === 'waive' ? { required: t('step.needReason') } : {}) })
  }

  async function one(step: Step, bill: Billed): Promise<BillHistory | undefined> {
    const reason = await agreed(step, [bill])
    if (reason === null) return undefined
    working.value = 1
    const options = { params: { path: { chargeId: bill.charge_id } }, body: { reason: reason || null } }
    const call = () => step === 'pay' ? api.POST('/api/admin/bills/{chargeId}/pay', options)
      : step === 'waive' ? api.POST('/api/admin/bills/{chargeId}/waive', options) : api.POST('/api/admin/bills/{chargeId}/reopen', options)
    const reply = await run(() => ask(call()), t(`step.done.${step}`))
    working.value = 0
    return reply
  }

  /** What came of each. */
  async function many(step: Step, bills: readonly Billed[]): Promise<SettleResult[] | undefined> {
    const reason = await agreed(step, bills)
    if (reason === null) return undefined
    working.value = bills.length
    const reply = await run(() => sendJson<{ results: SettleResult[] }>('POST', '/api/admin/bills/settle', { step, charge_ids: bills.map(bill => bill.charge_id), reason: reason || null }))
    working.value = 0
    return reply?.results
  }

  return { one, many, working }
}
