import { describe, expect, it } from 'vitest'
import { ApiError } from '@/shared/api/client'
import { doMany } from '@/admin/kit/many'
import { limitsOf, mayCharge } from '@/admin/pages/students/mayCharge'
import type { Student } from '@/admin/pages/students/types'
import { isRating, profileOf, profileRequest } from '@/admin/pages/students/vehicle'

const student: Student = { student_number: '1', card_number: 'C', user_name: 'u', registered: true, blocked: false, blocked_reason: null, phone: null, wechat_bound: false, unpaid_fen: 0, unpaid_bills: 0, open_charge_id: null,
  vehicle: { brand: null, model: null, battery_type: null, rated_voltage: null, rated_ah: null } }
const limits = { arrearsLimitFen: 1000, sessionsPerStudent: 1 }

describe('may they charge', () => {
  it.each([
    ['in order', {}, limits, 'may', []],
    ['blocked', { blocked: true }, limits, 'mayNot', ['blocked']],
    ['not registered, no card', { registered: false, card_number: null }, limits, 'mayNot', ['not_registered', 'no_card']],
    ['owes just the limit', { unpaid_fen: 1000 }, limits, 'may', []],
    ['owes more', { unpaid_fen: 1001 }, limits, 'mayNot', ['arrears']],
    ['owes, without a limit', { unpaid_fen: 99999 }, { ...limits, arrearsLimitFen: null }, 'may', []],
    ['owes, the limit is not known yet', { unpaid_fen: 99999 }, undefined, 'may', []],
    ['charges', { open_charge_id: 7 }, limits, 'charging', ['busy']],
    ['charges, may have two', { open_charge_id: 7 }, { ...limits, sessionsPerStudent: 2 }, 'charging', []],
    ['charges, blocked meanwhile', { open_charge_id: 7, blocked: true }, limits, 'mayNot', ['blocked']],
  ] as const)('%s', (_, changes, under, state, obstacles) => expect(mayCharge({ ...student, ...changes }, under)).toEqual({ state, obstacles }))

  it.each([
    [{ arrears_limit_fen: 5000, sessions_per_student: 2 }, { arrearsLimitFen: 5000, sessionsPerStudent: 2 }],
    [{ arrears_limit_fen: 'none', sessions_per_student: 1 }, { arrearsLimitFen: null, sessionsPerStudent: 1 }],
  ])('limits of %j', (effective, expected) => expect(limitsOf(effective)).toEqual(expected))
})

describe('a profile', () => {
  it('that is not touched is sent as it was', () => {
    const vehicle = { brand: '雅迪', model: 'DE2', battery_type: 'lithium', rated_voltage: 48, rated_ah: 20.5 }
    expect(profileRequest(profileOf({ ...student, phone: '138', vehicle }))).toEqual({ phone: '138', vehicle })
  })
  it('that is emptied is cleared', () =>
    expect(profileRequest(profileOf(student))).toEqual({ phone: null, vehicle: { brand: null, model: null, battery_type: null, rated_voltage: null, rated_ah: null } }))
  it.each([['', true], ['48', true], ['20.5', true], ['0', false], ['-1', false], ['abc', false], ['1e9', false]])('%j as a rating: %s', (text, good) => expect(isRating(text)).toBe(good))
})

describe('many at once', () => {
  it('goes on after one that is refused', async () => {
    const told: number[] = []
    const result = await doMany([1, 2, 3, 4, 5], async item => {
      await Promise.resolve()
      if (item === 3) throw new ApiError(409, 'three')
    }, progress => told.push(progress.done))
    expect(result.done.sort()).toEqual([1, 2, 4, 5])
    expect(result.failed.map(each => each.item)).toEqual([3])
    expect(told).toEqual([0, 1, 2, 3, 4, 5])
  })
})
