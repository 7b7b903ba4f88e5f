// What a few digits or letters may mean in lists of charges and bills.

export type LedgerField = 'student' | 'group' | 'ammeter'

export interface Suggestion {
  field: LedgerField
  /** What the list is filtered by. */
  value: string
  /** What it is called, beside its number. */
  name: string
}

const mostStations = 5

/** What a typed text may mean, the likeliest first: stations by number or name, then a meter (12 digits) or a student's number. */
export function suggestions(typed: string, stations: readonly { group: string; name: string }[]): Suggestion[] {
  const text = typed.trim()
  if (!text) return []
  const lower = text.toLowerCase()
  const found: Suggestion[] = stations
    .filter(station => station.group.startsWith(text) || station.name.toLowerCase().includes(lower))
    .slice(0, mostStations)
    .map(station => ({ field: 'group', value: station.group, name: station.name }))
  if (/\s|[^\w-]/.test(text)) return found
  const student: Suggestion = { field: 'student', value: text, name: '' }
  const ammeter: Suggestion = { field: 'ammeter', value: text, name: '' }
  if (/^\d{12}$/.test(text)) return [ammeter, student, ...found]
  return /^\d{4}$/.test(text) ? [...found, student, ammeter] : [student, ...found, ammeter]
}
