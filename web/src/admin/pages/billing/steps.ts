import type { Bill, Step } from './types'

/** What a step is about: of a bill its student, amount and status. */
export type Billed = Pick<Bill, 'charge_id' | 'student_number' | 'fen' | 'status'>

/** What can be done with a bill: an unpaid one is paid or waived, another one reopened. */
export const stepsOf = (status: string): Step[] => (status === 'unpaid' ? ['pay', 'waive'] : ['reopen'])

/** Those of some bills that a step is for. */
export const fitting = <B extends Billed>(bills: readonly B[], step: Step) => bills.filter(bill => stepsOf(bill.status).includes(step))

/** How many bills, of how many students, over how much. */
export const added = (bills: readonly Billed[]) => ({
  n: bills.length, students: new Set(bills.map(bill => bill.student_number)).size, fen: bills.reduce((sum, bill) => sum + bill.fen, 0),
})

/** The most bills of one request. */
export const mostAtOnce = 500
