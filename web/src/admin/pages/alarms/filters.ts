// What alarms are filtered by, in the address; and what the server is asked for it.

export const alarmFilters = ['state', 'severity', 'rule', 'group', 'ammeter', 'charge', 'from', 'to'] as const

export type AlarmFilters = Record<(typeof alarmFilters)[number], string>

export const states = ['open', 'unseen', 'seen', 'cleared', 'all'] as const
export const severities = ['danger', 'warning', 'notice'] as const
export const rules = ['over_current', 'over_power', 'over_voltage', 'under_voltage', 'stray_current', 'tail_rise', 'current_surge', 'current_creep', 'taper_rise', 'oscillation', 'repeated_spikes', 'poor_contact', 'high_tail', 'no_taper', 'over_energy', 'unlike_usual', 'energy_counter', 'silence', 'overtime', 'longest_charge', 'offline', 'wechat'] as const

const chinas = (dayOrTime: string) => (/^\d{4}-\d{2}-\d{2}$/.test(dayOrTime) ? `${dayOrTime}T00:00:00+08:00` : dayOrTime)

/** The day after one, for "up to and with". */
const after = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Open ones worst first, unless another state is chosen. */
export function askedOf(filters: AlarmFilters) {
  const state = filters.state || 'open'
  const said = <T>(value: T | undefined | '', name: string) => (value === undefined || value === '' ? {} : { [name]: value })
  return {
    ...(state === 'all' ? {} : { open: state !== 'cleared' }),
    ...(state === 'seen' ? { acknowledged: true } : state === 'unseen' ? { acknowledged: false } : {}),
    ...(state === 'all' || state === 'cleared' ? {} : { sort: '-severity' }),
    ...said(filters.severity, 'severity'), ...said(filters.rule, 'rule'), ...said(filters.group, 'group'), ...said(filters.ammeter, 'ammeter'),
    ...(/^\d+$/.test(filters.charge) ? { charge: Number(filters.charge) } : {}),
    ...(filters.from ? { from: chinas(filters.from) } : {}), ...(filters.to ? { to: chinas(after(filters.to)) } : {}),
  }
}
