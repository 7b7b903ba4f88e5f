import { describe, expect, it } from 'vitest'
import { csvOf } from '@/shared/csv'
import { passwordFault } from '@/shared/kit/password'
import { withCounts } from '@/shared/student/counts'
import type { NearStation } from '@/shared/student/types'
import { fieldOf, isUserName } from '@/stu/access/register'
import { isIn, sections } from '@/stu/pages'
import { phaseTotals } from '@/stu/pages/charges/phases'
import { suggested } from '@/stu/pages/home/suggest'
import { marksOf } from '@/shared/student/marks'

const station = (group: string, free: number, distance: number | null = null, more: Partial<NearStation> = {}): NearStation =>
  ({ group, name: `站 ${group}`, latitude: 31, longitude: 120, distance_m: distance, total: 10, free, charging: 10 - free, online: true, ...more })

describe('the station that is offered', () => {
  const names = (stations: NearStation[], last: string | null = null) => suggested(stations, last).map(each => each.group)

  it.each([
    ['the nearest with a free socket', [station('0001', 0, 10), station('0002', 1, 300), station('0003', 9, 90)], null, ['0003', '0002']],
    ['three of them', [station('1', 1, 4), station('2', 1, 3), station('3', 1, 2), station('4', 1, 1)], null, ['4', '3', '2']],
    ['one without a place comes last', [station('1', 1), station('2', 1, 3)], null, ['2', '1']],
    ['without a place the one used last, then where most is free', [station('1', 3), station('2', 1), station('3', 8)], '2', ['2', '3', '1']],
    ['none that is offline', [station('1', 3, 1, { online: false }), station('2', 1, 5)], '1', ['2']],
    ['none', [station('1', 0, 1)], '1', []],
  ] as const)('%s', (_, stations, last, expected) => expect(names([...stations], last)).toEqual(expected))
})

describe('a refusal of registering stands beside its field', () => {
  it.each([
    ['学号与卡号不符，请核对后再试', 'card_number'], ['请填写卡号', 'card_number'], ['请填写学号', 'student_number'], ['该学号已注册，请直接登录；忘记密码请联系管理员', 'student_number'],
    ['用户名已被使用，请换一个', 'user_name'], ['密码不能与用户名相同', 'password'], ['密码过于常见，请换一个', 'password'], ['服务器暂时无法处理', null],
  ])('%s', (message, field) => expect(fieldOf(message)).toBe(field))
})

describe('user names', () => {
  it.each([['jack', true], ['张三', true], ['a.b-c_d@e', true], ['7up', true], ['.a', false], ['a b', false], ['a!', false], ['', false], ['x'.repeat(45), true], ['x'.repeat(46), false]])('%s: %s', (name, good) => expect(isUserName(name)).toBe(good))
})

describe('passwords', () => {
  it.each([
    ['correct horse', 'jack', null], ['short', 'jack', 'length'], ['x'.repeat(129), 'jack', 'length'], ['Jacqueline1', 'jacqueline1', 'name'], ['aaaaaaaaaabb', 'jack', 'simple'], ['1212121212', '', 'simple'],
  ])('%s', (password, name, fault) => expect(passwordFault(password, name)).toBe(fault))
})

describe('phases of a charge', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 8, minute)).toISOString()

  it('are added up in the order of their coming', () => {
    expect(phaseTotals([
      { phase: 'constant_current', from: at(0), to: at(20), confidence: 0.9 }, { phase: 'interrupted', from: at(20), to: at(25), confidence: 0.9 }, { phase: 'constant_current', from: at(25), to: at(35), confidence: 0.9 }, { phase: 'taper', from: at(35), to: at(40), confidence: 0.9 },
    ])).toEqual([{ phase: 'constant_current', seconds: 1800, part: 0.75 }, { phase: 'interrupted', seconds: 300, part: 0.125 }, { phase: 'taper', seconds: 300, part: 0.125 }])
  })

  it('of nothing are none', () => {
    expect(phaseTotals([])).toEqual([])
    expect(phaseTotals([{ phase: 'taper', from: at(1), to: at(1), confidence: 0.9 }])).toEqual([{ phase: 'taper', seconds: 0, part: 0 }])
  })
})

describe('stations on the map', () => {
  const t = (key: string, values?: Record<string, unknown>) => `${key}${values ? JSON.stringify(values) : ''}`

  it('say how many are free, and those without a place are not there', () => {
    const marks = marksOf([station('1', 3), station('2', 0), station('3', 4, null, { online: false }), station('4', 1, null, { latitude: null, longitude: null })], t)
    expect(marks.map(mark => [mark.group, mark.tone, mark.words])).toEqual([['1', 'full', 'freeShort{"free":3,"total":10}'], ['2', 'free', 'freeShort{"free":0,"total":10}'], ['3', 'offline', 'offlineShort']])
  })

  it('have the counts that were told last', () => {
    const told = new Map([['1', { group: '1', free: 7, total: 9, charging: 2, online: false }]])
    expect(withCounts([station('1', 3, 50), station('2', 4)], told)).toEqual([{ ...station('1', 7, 50), total: 9, charging: 2, online: false }, station('2', 4)])
  })
})

describe('a CSV of rows', () => {
  it('is quoted where needed, and no text is a formula', () => expect(csvOf([['日期', 'a,b'], ['=1+1', 2.5], ['say "x"', -3]])).toBe('\uFEFF日期,"a,b"\r\n\'=1+1,2.5\r\n"say ""x""",-3\r\n'))
})

describe('sections', () => {
  it.each([['/', 'home'], ['/charges', 'charges'], ['/charges/12', 'charges'], ['/bills/3', 'bills'], ['/stations/0001', 'stations'], ['/register', undefined]])('%s is in %s', (path, name) =>
    expect(sections.filter(section => isIn(section, path)).map(section => section.name)).toEqual(name ? [name] : []))
})
