import { describe, expect, it } from 'vitest'
import { ApiError } from '@/shared/api/client'
import { doMany } from '@/admin/kit/many'
import type { Student } from '@/admin/pages/students/types'
import { verdictOf } from '@/admin/pages/students/verdict'
import { isRating, profileOf, profileRequest } from '@/shared/student/vehicle'

const student: Student = { student_number: '1', card_number: 'C', user_name: 'u', registered: true, blocked: false, blocked_reason: null, phone: null, wechat_bound: false, unpaid_fen: 0, unpaid_bills: 0, open_charge_id: null, standing: null,
  vehicle: { brand: null, model: null, battery_type: null, rated_voltage: null, rated_ah: null } }
const standing = (...obstacles: string[]) => ({ standing: { obstacles, arrears_limit_fen: 1000, sessions_allowed: 1 } })

describe('may they charge', () => {
  it.each([
    ['in order', {}, [], 'may', []],
    ['blocked', {}, ['blocked'], 'mayNot', ['blocked']],
    ['not registered, no card', { card_number: null }, ['not_registered'], 'mayNot', ['not_registered', 'no_card']],
    ['owes too much', {}, ['arrears'], 'mayNot', ['arrears']],
    ['charges', { open_charge_id: 7 }, ['already_charging'], 'charging', ['already_charging']],
    ['charges, may have two', { open_charge_id: 7 }, [], 'charging', []],
    ['charges, blocked meanwhile', { open_charge_id: 7 }, ['blocked', 'already_charging'], 'mayNot', ['blocked', 'already_charging']],
  ] as const)('%s', (_, changes, told, state, obstacles) => expect(verdictOf({ ...student, ...changes, ...standing(...told) })).toEqual({ state, obstacles }))
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
