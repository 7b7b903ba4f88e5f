import type { components } from '@/shared/api/schema'

export type Bill = components['schemas']['BillRowView']
export type BillHistory = components['schemas']['BillHistoryView']

export interface BillList {
  items: Bill[]
  total: number
  capped?: boolean
  sum_fen?: number
}

/** Bills added up by day, station or student. */
export interface BillSums {
  items: BillSum[]
  from: string
  to: string
  /** How many there are; those by student come page by page, the highest first. */
  total?: number
}

export interface BillSum {
  key: string
  name?: string | null
  bills: number
  fen: number
  unpaid_fen: number
  paid_fen: number
  waived_fen: number
  energy_kwh: number
}

export interface ArrearsList {
  items: { student_number: string; unpaid_fen: number; unpaid_bills: number; oldest_at: string; blocked: boolean }[]
  total: number
  sum_fen: number
}

export type Step = 'pay' | 'waive' | 'reopen'

export interface SettleResult {
  charge_id: number
  ok: boolean
  message?: string | null
}
