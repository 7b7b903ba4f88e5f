/** What a change is of, and the page where it is seen. */
export interface Subject {
  kind: string
  name: string
  to: string | null
}

/** Reads campus, station/0001, ammeter/0001/000000000000, student/NUMBER, account/NAME, bill/ID, import/ID and whatever comes. */
export function subjectOf(text: string): Subject {
  const [kind = '', ...rest] = text.split('/')
  const name = rest.join('/')
  const first = encodeURIComponent(rest[0] ?? '')
  const pages: Record<string, string> = {
    campus: '/settings', station: `/stations/${first}`, ammeter: `/stations/${first}`, student: `/students/${encodeURIComponent(name)}`, account: '/administrators',
    charge: `/sessions/${first}`, bill: `/billing/${first}`, alarm: '/alarms', push: '/pushes',
  }
  return { kind, name: rest.join(' · '), to: kind === 'campus' || name ? (pages[kind] ?? null) : null }
}
