import { describe, expect, it } from 'vitest'
import { Histories } from '@/admin/pages/stations/sockets/history'
import { countStates, fits, order, socketOf, takes } from '@/admin/pages/stations/sockets/rules'
import { progress } from '@/admin/pages/stations/sockets/useControl'
import { draftOf, placeFault, placeOf } from '@/admin/pages/stations/place'
import type { Meter } from '@/admin/pages/stations/types'

const session = { charge_id: 7, student_number: '1030410001', started_at: '2026-03-01T00:00:00Z', samples: 1, energy_kwh: 0.5, energy_faults: [], fen: 50, current_a: 1, voltage_v: 220, power_w: 220, last_sample_at: '2026-03-01T00:10:00Z' }
const meter = (state: string, more: Partial<Meter> = {}): Meter => ({ group: '0001', ammeter: '000000000001', name: '1 号', state, control: 'on', pending: null, session: ['charging', 'low', 'paused'].includes(state) ? session : null, ...more })
const pending = { control: 'off', requested_at: '2026-03-01T00:00:00Z', by: 'admin' }
const here = { name: '北区', online: true }

describe('what a meter takes', () => {
  it.each([
    ['idle', 'lock'], ['charging', 'off release lock'], ['low', 'off release lock'], ['paused', 'on release lock'], ['locked', 'unlock'],
  ])('%s: %s', (state, taken) => expect((['on', 'off', 'release', 'lock', 'unlock'] as const).filter(a => takes(meter(state), a)).join(' ')).toBe(taken))
})

describe('the order of need', () => {
  it('those that wait, then locked, offline with a bike, full, paused, charging, free', () => {
    const sockets = [
      socketOf(meter('idle', { ammeter: '1' }), here), socketOf(meter('charging', { ammeter: '2' }), here), socketOf(meter('locked', { ammeter: '3' }), here), socketOf(meter('low', { ammeter: '4' }), here),
      socketOf(meter('paused', { ammeter: '5' }), here), socketOf(meter('charging', { ammeter: '6' }), { name: '', online: false }), socketOf(meter('charging', { ammeter: '7', pending }), here),
    ]
    expect(order(sockets).map(s => s.meter.ammeter).join('')).toBe('7364521')
    expect(countStates(sockets)).toMatchObject({ all: 7, pending: 1, offline: 1, charging: 2, full: 1 })
  })

  it.each([
    [{ state: 'charging', group: '', search: '' }, true], [{ state: 'pending', group: '', search: '' }, false], [{ state: '', group: '0002', search: '' }, false],
    [{ state: '', group: '', search: '103041' }, true], [{ state: '', group: '', search: '410001' }, false], [{ state: '', group: '', search: '1 号' }, true],
  ])('filter %o', (filter, fitting) => expect(fits(socketOf(meter('charging'), here), filter)).toBe(fitting))
})

describe('what comes of a command', () => {
  it.each([
    ['off', meter('paused', { pending }), 0, 'waiting'], ['off', meter('paused'), 0, 'done'], ['off', meter('charging'), 1_000, 'waiting'], ['off', meter('charging'), 20_000, 'changed'],
    ['on', meter('charging'), 0, 'done'], ['release', meter('idle'), 0, 'done'], ['release', meter('charging'), 0, 'waiting'], ['lock', meter('locked'), 0, 'done'], ['unlock', meter('locked'), 0, 'waiting'], ['unlock', meter('idle'), 0, 'done'],
  ] as const)('%s', (action, told, waited, step) => expect(progress(told, action, waited)).toBe(step))
})

describe('the recent power', () => {
  it('counts a sample once, shows a gap, and begins anew with the next charge', () => {
    const histories = new Histories()
    const note = (minute: number, power: number, charge = 7) =>
      histories.note('k', meter('charging', { session: { ...session, charge_id: charge, power_w: power, last_sample_at: new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString() } }))
    note(1, 100)
    note(1, 100)
    note(2, 110)
    note(10, 90)
    expect(histories.values('k')).toEqual([100, 110, null, 90])
    note(11, 80, 8)
    expect(histories.values('k')).toEqual([80])
    histories.note('k', meter('idle'))
    expect(histories.values('k')).toEqual([])
  })
})

describe('a typed place', () => {
  it.each([
    ['', '', null], ['31', '', 'bothDegrees'], ['91', '121', 'badLatitude'], ['north', '121', 'badLatitude'], ['31', '181', 'badLongitude'], [' 31.5° ', '121,25', null],
  ])('%s / %s: %s', (latitude, longitude, fault) => expect(placeFault({ latitude, longitude })).toBe(fault))

  it('is read as degrees', () => {
    expect(placeOf({ latitude: '31.5°', longitude: '121,25' })).toEqual({ latitude: 31.5, longitude: 121.25 })
    expect(placeOf(draftOf({ latitude: null, longitude: null }))).toBeNull()
  })
})
