import { ApiError, query, sendJson } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Charge, Control, Phase } from './types'

type Alarm = components['schemas']['AlarmView']

/** The alarms raised in a charge. */
export async function alarmsOfCharge(charge: Charge, signal: AbortSignal): Promise<Alarm[]> {
  const read = await sendJson<{ items: Alarm[] }>('GET', `/api/admin/alarms${query({ charge: charge.id, pageSize: 50 })}`, undefined, signal)
  return read.items
}

/** Its phases, and the commands given while it lasted. */
export async function phasesOf(id: number, signal: AbortSignal): Promise<Phase[]> {
  return (await optional(sendJson<{ phases: Phase[] }>('GET', `/api/admin/charges/${id}/phases`, undefined, signal)))?.phases ?? []
}
export async function controlsOf(id: number, signal: AbortSignal): Promise<Control[]> {
  return (await optional(sendJson<{ controls: Control[] }>('GET', `/api/admin/charges/${id}/controls`, undefined, signal)))?.controls ?? []
}

async function optional<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
}
