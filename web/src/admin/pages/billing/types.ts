import type { components } from '@/shared/api/schema'

type Schemas = components['schemas']

export type Bill = Schemas['BillRowView']
export type BillHistory = Schemas['BillHistoryView']
export type BillList = Schemas['BillPage']
/** Bills added up by day, station or student; those by student come page by page, the highest first. */
export type BillSums = Schemas['SummaryView']
export type BillSum = Schemas['SummaryRow']
export type ArrearsList = Schemas['ArrearsPage']
export type SettleResult = Schemas['SettleResult']
export type Step = 'pay' | 'waive' | 'reopen'
