import { describe, expect, it } from 'vitest'
import { diffFields, type Json } from '@/admin/pages/audit/diff'
import { subjectOf } from '@/admin/pages/audit/subject'
import { en, whats, zh } from '@/admin/pages/audit/words'

describe('a change is told field by field', () => {
  it.each([
    ['nothing before: all is added', null, { role: 'operator', disabled: false }, [{ path: 'role', kind: 'added', after: 'operator' }, { path: 'disabled', kind: 'added', after: false }]],
    ['nothing after: all is removed', { name: 'A' }, undefined, [{ path: 'name', kind: 'removed', before: 'A' }]],
    ['only what differs', { a: 1, b: { c: 2, d: 3 } }, { a: 1, b: { c: 2, d: 4 } }, [{ path: 'b.d', kind: 'changed', before: 3, after: 4 }]],
    ['null is no value', { phone: '1', brand: null }, { phone: null, brand: 'X' }, [{ path: 'phone', kind: 'removed', before: '1' }, { path: 'brand', kind: 'added', after: 'X' }]],
    ['lists of things by place', { bands: [{ from: '08:00', fen: 1 }] }, { bands: [{ from: '08:00', fen: 2 }, { from: '22:00' }] },
      [{ path: 'bands[1].fen', kind: 'changed', before: 1, after: 2 }, { path: 'bands[2].from', kind: 'added', after: '22:00' }]],
    ['lists of values as one value', { tags: ['a'] }, { tags: ['a', 'b'] }, [{ path: 'tags', kind: 'changed', before: ['a'], after: ['a', 'b'] }]],
    ['a value becomes an object', { rule: 'off' }, { rule: { limit: 5 } }, [{ path: 'rule', kind: 'removed', before: 'off' }, { path: 'rule.limit', kind: 'added', after: 5 }]],
    ['a plain value', 1, 2, [{ path: '', kind: 'changed', before: 1, after: 2 }]],
    ['the same', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ['zero and false are values', { a: 0, b: false }, { a: 1, b: true }, [{ path: 'a', kind: 'changed', before: 0, after: 1 }, { path: 'b', kind: 'changed', before: false, after: true }]],
  ])('%s', (_, before, after, changes) => expect(diffFields(before as Json, after as Json)).toEqual(changes))
})

describe('what a change is of leads to its page', () => {
  it.each([
    ['campus', 'campus', '', '/settings'], ['station/0001', 'station', '0001', '/stations/0001'], ['ammeter/0001/000000000000', 'ammeter', '0001 · 000000000000', '/stations/0001'],
    ['student/20/26', 'student', '20 · 26', '/students/20%2F26'], ['account/admin', 'account', 'admin', '/administrators'], ['student/', 'student', '', null], ['weather/today', 'weather', 'today', null],
  ])('%s', (text, kind, name, to) => expect(subjectOf(text)).toEqual({ kind, name, to }))
})

describe('words of the audit log', () => {
  it('every kind of change is in a group', () => expect(whats.map(what => what.split('.')[0]).filter(group => !(group! in zh.groups && group! in en.groups))).toEqual([]))
})
