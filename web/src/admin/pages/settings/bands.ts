// Parts of the day with rates of their own: the first that fits counts, the rest is the tariff's own rate.

/** As the server keeps it: HH:mm of Asia/Shanghai, the end also 24:00, over midnight if it must; a rate left out is the tariff's own. */
export interface Band {
  from: string
  to: string
  fen_per_hour?: number
  fen_per_kwh?: number
}

/** A stretch of the day, minutes from midnight; band 0 is the tariff's own rate, n the n-th band. */
export interface Stretch {
  from: number
  to: number
  band: number
}

const wholeDay = 1440

/** Minutes from midnight, or null when it is no time of day. */
export function minutesOf(time: string, end = false): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(time)
  if (!match) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return Number(match[2]) < 60 && (minutes < wholeDay || (end && minutes === wholeDay)) ? minutes : null
}

/** A time as typed ("7", "730", "7：30") as HH:mm; what is no time stays as it is. */
export function timeOf(typed: string): string {
  const match = /^(\d{1,2})(?:[:：.]?(\d{2}))?$/.exec(typed.trim())
  return match ? `${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}` : typed.trim()
}

/** What is wrong with a band: a name of `bandFaults`, or null. */
export function bandFault(band: Band): 'from' | 'to' | 'empty' | null {
  const from = minutesOf(band.from)
  const to = minutesOf(band.to, true)
  if (from === null) return 'from'
  if (to === null) return 'to'
  return from === to ? 'empty' : null
}

const holds = (band: Band, minute: number) => {
  const from = minutesOf(band.from)!
  const to = minutesOf(band.to, true)!
  return from < to ? from <= minute && minute < to : minute >= from || minute < to
}

/** The day as stretches of one rate each; bands with faults are left out. */
export function strip(bands: readonly Band[]): Stretch[] {
  const good = bands.map(band => (bandFault(band) ? null : band))
  const edges = new Set([0, wholeDay])
  for (const band of good) if (band) edges.add(minutesOf(band.from)!).add(minutesOf(band.to, true)!)
  const sorted = [...edges].sort((a, b) => a - b)
  const stretches: Stretch[] = []
  for (let i = 0; i + 1 < sorted.length; i++) {
    const band = good.findIndex(b => b !== null && holds(b, sorted[i]!)) + 1
    const last = stretches.at(-1)
    if (last && last.band === band) last.to = sorted[i + 1]!
    else stretches.push({ from: sorted[i]!, to: sorted[i + 1]!, band })
  }
  return stretches
}

/** Numbers (from 1) of bands that never count, for those above take all of their time. */
export function hidden(bands: readonly Band[]): number[] {
  const seen = new Set(strip(bands).map(s => s.band))
  return bands.flatMap((band, i) => (bandFault(band) || seen.has(i + 1) ? [] : [i + 1]))
}

/** Minutes from midnight as HH:mm. */
export const clockOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
