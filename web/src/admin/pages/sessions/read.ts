import { api, ask, query, sendJson } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Phase } from '@/shared/curves/types'
import type { Charge, Control } from './types'

type Alarm = components['schemas']['AlarmView']

/** The alarms raised in a charge. */
export async function alarmsOfCharge(charge: Charge, signal: AbortSignal): Promise<Alarm[]> {
  const read = await sendJson<components['schemas']['AlarmPage']>('GET', `/api/admin/alarms${query({ charge: charge.id, pageSize: 50 })}`, undefined, signal)
  return read.items
}

/** What its battery did, from when to when. */
export const phasesOf = async (id: number, signal: AbortSignal): Promise<Phase[]> => (await ask(api.GET('/api/admin/charges/{id}/phases', { params: { path: { id } }, signal }))).phases

/** The commands given while it lasted. */
export const controlsOf = async (id: number, signal: AbortSignal): Promise<Control[]> => (await ask(api.GET('/api/admin/charges/{id}/controls', { params: { path: { id } }, signal }))).controls

/** What its curve says. */
export const analysisOf = (id: number, signal: AbortSignal) => ask(api.GET('/api/admin/charges/{id}/analysis', { params: { path: { id } }, signal }))
