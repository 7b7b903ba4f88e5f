import { describe, expect, it } from 'vitest'
import { bandFault, hidden, strip, timeOf, type Band } from '@/admin/pages/settings/bands'
import { fenOf, numberOf, numberText, yuanText } from '@/admin/pages/settings/decimals'
import { changesOf, draftOf, patchOf, rebased, tariffOf } from '@/admin/pages/settings/draft'
import { fieldOf, fields } from '@/admin/pages/settings/fields'
import { presetOf, presets } from '@/admin/pages/settings/presets'
import { textOf, valueOf } from '@/admin/pages/settings/typed'
import { en, zh } from '@/admin/pages/settings/words'

describe('yuan as typed', () => {
  it.each([
    ['0.5', 50], ['0.50', 50], ['.5', null], ['5.', 500], ['19.99', 1999], ['1.005', null], ['0.29', 29], ['1.1', 110], ['4.35', 435], ['¥8', 800], ['1,234.56', 123_456],
    ['１２．５', 1250], ['100000000', 10_000_000_000], ['', null], ['-1', null], ['abc', null], ['1e3', null], [' 8 ', 800],
  ])('%s is %s fen', (typed, fen) => expect(fenOf(typed)).toBe(fen))

  it('is exact for every amount of fen, there and back', () => {
    const amounts = [...Array(20_000).keys(), 9_999_999_999, 10_000_000_000]
    expect(amounts.filter(fen => fenOf(yuanText(fen)) !== fen)).toEqual([])
  })
})

describe('numbers as typed', () => {
  it.each([['0.3', 0.3], ['-5', -5], ['2，000', 2000], ['', null], ['1.2.3', null], ['0x10', null]])('%s is %s', (typed, value) => expect(numberOf(typed)).toBe(value))
  it.each([[1800, 60, '30'], [43_200, 3600, '12'], [5400, 3600, '1.5'], [0.3, 1, '0.3'], [100, 60, '1.6667']])('%s by %s is shown as %s', (value, scale, text) =>
    expect(numberText(value, scale)).toBe(text))

  it.each([
    ['tariff.fen_per_hour', '0.60', { value: 60 }], ['tariff.fen_per_hour', '1000.01', { fault: 'range' }], ['tariff.fen_per_hour', '0.605', { fault: 'money' }],
    ['rules.overtime_after_seconds', '30', { value: 1800 }], ['rules.overtime_after_seconds', '0.5', { fault: 'range' }], ['rules.longest_charge_seconds', '1.5', { value: 5400 }],
    ['full.arming_samples', '2.5', { fault: 'whole' }], ['full.tail_a', '0.2', { value: 0.2 }], ['full.tail_a', '21', { fault: 'range' }],
    ['map.center_latitude', '', { value: 'none' }], ['map.center_latitude', '91', { fault: 'range' }],
    ['map.tile_url', '', { value: '' }], ['map.tile_url', 'https://a.example/{z}/{x}/{-y}.png', { value: 'https://a.example/{z}/{x}/{-y}.png' }], ['map.tile_url', 'ftp://a/{z}/{x}/{y}', { fault: 'tiles' }],
    ['map.subdomains', '0123', { value: '0123' }], ['map.subdomains', 'A', { fault: 'letters' }], ['map.attribution', '<b>', { fault: 'text' }],
  ])('%s typed %s', (path, typed, got) => expect(valueOf(fieldOf(path), typed)).toEqual(got))

  it.each([['tariff.cap_fen', 'none', ''], ['tariff.cap_fen', 800, '8.00'], ['rules.overtime_after_seconds', 1800, '30'], ['map.coordinates', 'gcj02', 'gcj02']])('%s %s is shown as %s', (path, value, text) =>
    expect(textOf(fieldOf(path), value)).toBe(text))
})

describe('bands of the day', () => {
  const night: Band = { from: '22:00', to: '06:00', fen_per_hour: 30 }

  it.each<[string, Band[], [number, number, number][]]>([
    ['none', [], [[0, 1440, 0]]],
    ['over midnight', [night], [[0, 360, 1], [360, 1320, 0], [1320, 1440, 1]]],
    ['to the end of the day', [{ from: '18:00', to: '24:00' }], [[0, 1080, 0], [1080, 1440, 1]]],
    ['the whole day', [{ from: '00:00', to: '24:00' }], [[0, 1440, 1]]],
    ['the first that fits counts', [{ from: '08:00', to: '12:00' }, { from: '10:00', to: '14:00' }], [[0, 480, 0], [480, 720, 1], [720, 840, 2], [840, 1440, 0]]],
    ['one with a fault is left out', [{ from: '25:00', to: '06:00' }, night], [[0, 360, 2], [360, 1320, 0], [1320, 1440, 2]]],
  ])('%s', (_name, bands, stretches) => expect(strip(bands).map(s => [s.from, s.to, s.band])).toEqual(stretches))

  it('says which never count', () => expect(hidden([{ from: '08:00', to: '20:00' }, { from: '09:00', to: '10:00' }, { from: '19:00', to: '21:00' }])).toEqual([2]))
  it.each<[Band, string | null]>([[night, null], [{ from: '24:00', to: '06:00' }, 'from'], [{ from: '22:00', to: '24:01' }, 'to'], [{ from: '7:00', to: '08:00' }, 'from'], [{ from: '08:00', to: '08:00' }, 'empty'], [{ from: '08:60', to: '09:00' }, 'from']])(
    'fault of %o is %s', (band, fault) => expect(bandFault(band)).toBe(fault))
  it.each([['7', '07:00'], ['730', '7:30'.padStart(5, '0')], ['22：15', '22:15'], ['2215', '22:15'], ['noon', 'noon']])('%s is %s', (typed, time) => expect(timeOf(typed)).toBe(time))
})

describe('changes', () => {
  const set = { tariff: { fen_per_hour: 60, bands: [{ from: '22:00', to: '06:00', fen_per_hour: 30 }] }, rules: { over_current: { limit: 8 } } }
  const before = draftOf(set)

  it('reads what is set', () => expect([...before.keys()]).toEqual(['tariff.fen_per_hour', 'tariff.bands', 'rules.over_current.limit']))
  it('are none when nothing is edited, bands of the same times too', () => expect(changesOf(before, draftOf(structuredClone(set)))).toEqual([]))

  it('go to the server field by field, what is taken back as null', () => {
    const draft = new Map(before).set('tariff.cap_fen', 800).set('rules.over_current.action', 'alarm')
    draft.delete('rules.over_current.limit')
    draft.delete('tariff.bands')
    expect(patchOf(changesOf(before, draft))).toEqual({ tariff: { cap_fen: 800, bands: null }, rules: { over_current: { limit: null, action: 'alarm' } } })
  })

  it('are kept when somebody else saved meanwhile, and theirs too', () => {
    const draft = new Map(before).set('tariff.fen_per_hour', 70)
    draft.delete('rules.over_current.limit')
    const theirs = draftOf({ ...set, tariff: { ...set.tariff, fen_per_hour: 65, cap_fen: 900 } })
    const kept = rebased(changesOf(before, draft), theirs)
    expect(Object.fromEntries(kept)).toEqual({ 'tariff.fen_per_hour': 70, 'tariff.cap_fen': 900, 'tariff.bands': set.tariff.bands })
    expect(patchOf(changesOf(theirs, kept))).toEqual({ tariff: { fen_per_hour: 70 }, rules: { over_current: { limit: null } } })
  })

  it('give the whole tariff for a price example', () =>
    expect(tariffOf(path => (path === 'tariff.bands' ? [] : path === 'tariff.cap_fen' ? 'none' : 1))).toEqual({ fen_per_hour: 1, fen_per_kwh: 1, cap_fen: 'none', free_minutes: 1, bands: [] }))
})

describe('words', () => {
  const at = (words: object, path: string) => path.split('.').reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], words)
  it.each([['zh', zh], ['en', en]])('every setting has a name and a meaning (%s)', (_name, words) => {
    for (const { path } of fields) {
      const rule = /^(rules\.\w+)\.(limit|samples|action)$/.exec(path)
      expect(at(words.f, `${rule ? rule[1] : path}.hint`), path).toBeTruthy()
      if (!rule) expect(at(words.f, `${path}.label`), path).toBeTruthy()
    }
  })
})

describe('map presets', () => {
  it.each(presets.map(p => [p.name, p] as const))('%s can be taken and is known again', (name, preset) => {
    for (const field of ['tile_url', 'subdomains', 'attribution', 'max_zoom'] as const) expect(valueOf(fieldOf(`map.${field}`), String(preset[field]))).toEqual({ value: preset[field] })
    expect(presetOf(preset.tile_url.replace('tk=KEY', 'tk=0123abcd'))?.name).toBe(name)
  })
  it('knows one of ones own', () => expect(presetOf('http://tiles.example.edu.cn/{z}/{x}/{y}.png')).toBeNull())
})
