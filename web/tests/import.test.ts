import { describe, expect, it } from 'vitest'
import { decodeCsv } from '@/admin/pages/students/import/decode'
import { importColumns, importKinds, kindOf, missingColumns, templateOf } from '@/admin/pages/students/import/kinds'
import { en, zh } from '@/admin/pages/students/import/words'

describe('templates', () => {
  it.each(importKinds)('of %s have every column, and an example that is read back', kind => {
    const template = templateOf(kind)
    expect(template.startsWith('\uFEFF')).toBe(true)
    const lines = template.slice(1).split('\r\n')
    expect(lines[0]).toBe(importColumns[kind].map(c => c.name).join(','))
    expect(lines[1]!.split(',')).toHaveLength(importColumns[kind].length)
    expect(lines[2]).toBe('')
    expect(missingColumns(kind, template)).toEqual([])
    expect(kindOf(template)).toBe(kind)
  })

  it.each(importKinds)('of %s explain every column', kind => {
    for (const column of importColumns[kind]) expect([column.name in zh.of, column.name in en.of]).toEqual([true, true])
  })

  it('keep no password and no key as an example', () => {
    for (const column of [...importColumns.students, ...importColumns.stations]) if (['password', 'station_key'].includes(column.name)) expect(column.example).toBe('')
  })
})

describe('the header of a file', () => {
  it.each([
    ['students', 'student_number,phone\n1,2', []],
    ['students', '\uFEFF"student_number", card_number \r\n', []],
    ['students', 'number,phone\n', ['student_number']],
    ['ammeters', 'ammeterGroup_number,name\n', ['ammeter_number']],
    ['ammeters', '', ['ammeterGroup_number', 'ammeter_number']],
  ] as const)('%s: %j lacks %j', (kind, csv, missing) => expect(missingColumns(kind, csv)).toEqual(missing))

  it.each([
    ['ammeterGroup_number,ammeter_number\n', 'ammeters'], ['ammeterGroup_number,name\n', 'stations'], ['student_number\n', 'students'], ['a,b\n', null],
  ])('%j is of %s', (csv, kind) => expect(kindOf(csv)).toBe(kind))
})

describe('how a file is written', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  it('UTF-8 with its mark', () => expect(decodeCsv(bytes('\uFEFF学号'))).toEqual({ text: '学号', encoding: 'utf-8' }))
  it('GB18030, as a Chinese Excel writes', () => expect(decodeCsv(new Uint8Array([0xd1, 0xc5, 0xb5, 0xcf, 0x0a]))).toEqual({ text: '雅迪\n', encoding: 'gb18030' }))
  it('Unicode text', () => expect(decodeCsv(new Uint8Array([0xff, 0xfe, 0x66, 0x5b]))).toEqual({ text: '学', encoding: 'utf-16le' }))
})
