// Everything that can be set: docs/settings.md says it in words, the server has the last one.

export type Part = 'tariff' | 'rules' | 'limits' | 'map'

/**
 * How a field is typed. money: yuan for fen; moneyOrNone: also without a limit; span: a time in `unit`, kept in seconds;
 * degreesOrNone: blank is none; the others are what they say.
 */
export type Kind = 'money' | 'moneyOrNone' | 'whole' | 'number' | 'span' | 'action' | 'bands' | 'text' | 'letters' | 'coordinates' | 'tiles' | 'degreesOrNone'

export interface Field {
  path: string
  part: Part
  kind: Kind
  /** In what it is kept: fen, s, A … */
  least: number
  most: number
  /** Symbol or key of `units`. */
  unit: string
  /** What the unit shown is of the one kept: 60 for minutes of seconds. */
  scale: number
  campusOnly: boolean
}

const field = (part: Part, path: string, kind: Kind, least: number, most: number, unit = '', more: Partial<Field> = {}): Field =>
  ({ path, part, kind, least, most, unit, scale: 1, campusOnly: false, ...more })

/** A rule that looks at samples: a limit, how many in a row, and what then happens. */
export interface Rule {
  path: string
  unit: string
}

export const rules: readonly (Rule & { least: number; most: number })[] = [
  { path: 'rules.over_current', unit: 'A', least: 0.5, most: 100 },
  { path: 'rules.over_power', unit: 'W', least: 50, most: 20_000 },
  { path: 'rules.over_voltage', unit: 'V', least: 100, most: 500 },
  { path: 'rules.under_voltage', unit: 'V', least: 50, most: 400 },
  { path: 'rules.stray_current', unit: 'A', least: 0.05, most: 10 },
  { path: 'rules.tail_rise', unit: 'A', least: 0.1, most: 10 },
  { path: 'rules.current_surge', unit: '%', least: 10, most: 300 },
  { path: 'rules.current_creep', unit: '%', least: 10, most: 200 },
  { path: 'rules.taper_rise', unit: '%', least: 5, most: 100 },
  { path: 'rules.oscillation', unit: '%', least: 5, most: 100 },
  { path: 'rules.repeated_spikes', unit: '%', least: 10, most: 500 },
  { path: 'rules.poor_contact', unit: 'V', least: 5, most: 60 },
  { path: 'rules.high_tail', unit: '%', least: 10, most: 80 },
  { path: 'rules.no_taper', unit: '%', least: 0, most: 200 },
  { path: 'rules.over_energy', unit: '%', least: 5, most: 200 },
  { path: 'rules.unlike_usual', unit: '%', least: 10, most: 300 },
]

export const actions = ['notice', 'alarm', 'lock'] as const

const campusOnly = { campusOnly: true }

export const fields: readonly Field[] = [
  field('tariff', 'tariff.fen_per_hour', 'money', 0, 100_000, 'perHour'),
  field('tariff', 'tariff.fen_per_kwh', 'money', 0, 100_000, 'perKwh'),
  field('tariff', 'tariff.cap_fen', 'moneyOrNone', 0, 10_000_000_000, 'yuan'),
  field('tariff', 'tariff.free_minutes', 'whole', 0, 1440, 'minutes'),
  field('tariff', 'tariff.bands', 'bands', 0, 48),
  field('rules', 'full.charging_a', 'number', 0.05, 20, 'A'),
  field('rules', 'full.tail_a', 'number', 0.01, 20, 'A'),
  field('rules', 'full.arming_samples', 'whole', 1, 100, 'samples'),
  field('rules', 'full.tail_samples', 'whole', 1, 100, 'samples'),
  field('rules', 'rules.overtime_after_seconds', 'span', 60, 86_400, 'minutes', { scale: 60 }),
  field('rules', 'rules.longest_charge_seconds', 'span', 600, 172_800, 'hours', { scale: 3600 }),
  field('rules', 'rules.silence_after_seconds', 'span', 20, 3600, 'seconds'),
  ...rules.flatMap(rule => [
    field('rules', `${rule.path}.limit`, 'number', rule.least, rule.most, rule.unit),
    field('rules', `${rule.path}.samples`, 'whole', 1, 60, 'samples'),
    field('rules', `${rule.path}.action`, 'action', 0, 0),
  ]),
  field('rules', 'rules.energy_counter', 'action', 0, 0),
  field('limits', 'sessions_per_student', 'whole', 1, 100, 'sessions', campusOnly),
  field('limits', 'arrears_limit_fen', 'moneyOrNone', 0, 10_000_000_000, 'yuan', campusOnly),
  field('limits', 'offline_after_seconds', 'span', 10, 86_400, 'seconds'),
  field('map', 'map.tile_url', 'tiles', 0, 500, '', campusOnly),
  field('map', 'map.subdomains', 'letters', 0, 20, '', campusOnly),
  field('map', 'map.attribution', 'text', 0, 200, '', campusOnly),
  field('map', 'map.coordinates', 'coordinates', 0, 0, '', campusOnly),
  field('map', 'map.max_zoom', 'whole', 1, 22, '', campusOnly),
  field('map', 'map.center_latitude', 'degreesOrNone', -85, 85, '°', campusOnly),
  field('map', 'map.center_longitude', 'degreesOrNone', -180, 180, '°', campusOnly),
  field('map', 'map.zoom', 'whole', 1, 22, '', campusOnly),
]

const byPath = new Map(fields.map(f => [f.path, f]))

/** The field of a path; throws where there is none. */
export function fieldOf(path: string): Field {
  const found = byPath.get(path)
  if (!found) throw new Error(`No setting ${path}`)
  return found
}
