import type { Demo } from '../browser/support/demo'

/** A page to take a picture of. */
export interface Picture {
  name: string
  path: string
}

interface Row {
  id: number
  student_number: string
  group: string
  charge_id: number
}

/** Every page of the console, those of one thing with a thing that is there. */
export async function everyPage(demo: Demo): Promise<Picture[]> {
  const first = async (path: string) => (await demo.json<{ items: Row[] }>(path)).items[0]
  const running = await first('/charges?status=charging&pageSize=1')
  const ended = await first('/charges?status=ended&sort=-energy_kwh&pageSize=1')
  const battery = (await demo.json<{ items: Row[] }>('/batteries?pageSize=1')).items[0]
  const model = (await demo.json<{ key: string }[]>('/models'))[0]
  return [
    { name: 'overview', path: '/' },
    { name: 'stations', path: '/stations' },
    { name: 'station', path: `/stations/${running?.group ?? '0001'}` },
    { name: 'sockets', path: '/sockets' },
    { name: 'sessions', path: '/sessions' },
    ...(running ? [{ name: 'session-live', path: `/sessions/${running.id}` }] : []),
    ...(ended ? [{ name: 'session', path: `/sessions/${ended.id}` }, { name: 'bill', path: `/billing/${ended.id}` }, { name: 'student', path: `/students/${ended.student_number}` }] : []),
    { name: 'students', path: '/students' },
    { name: 'import', path: '/students/import' },
    { name: 'billing', path: '/billing' },
    { name: 'billing-statistics', path: '/billing?tab=statistics' },
    { name: 'billing-arrears', path: '/billing?tab=arrears' },
    { name: 'alarms', path: '/alarms' },
    { name: 'pushes', path: '/pushes' },
    { name: 'batteries', path: '/batteries' },
    { name: 'batteries-aged', path: '/batteries?verdict=likely_aged' },
    ...(battery ? [{ name: 'battery', path: `/batteries/${battery.student_number}` }] : []),
    { name: 'models', path: '/models' },
    ...(model ? [{ name: 'model', path: `/models/${encodeURIComponent(model.key)}` }] : []),
    { name: 'settings-tariff', path: '/settings/tariff' },
    { name: 'settings-rules', path: '/settings/rules' },
    { name: 'settings-limits', path: '/settings/limits' },
    { name: 'settings-map', path: '/settings/map' },
    { name: 'settings-wechat', path: '/settings/wechat' },
    { name: 'administrators', path: '/administrators' },
    { name: 'audit', path: '/audit' },
    { name: 'cluster', path: '/cluster' },
  ]
}

/** Every phone page, for the documented student, who charges and has charged. */
export async function everyPhonePage(demo: Demo): Promise<Picture[]> {
  const ended = (await demo.json<{ items: Row[] }>(`/charges?status=ended&student=${demo.student.number}&pageSize=1`)).items[0]
  return [
    { name: 'wechat-charging', path: '/' },
    { name: 'wechat-nearby', path: '/nearby' },
    { name: 'wechat-station', path: '/stations/0002' },
    { name: 'wechat-spending', path: '/spending' },
    ...(ended ? [{ name: 'wechat-bill', path: `/bills/${ended.id}` }, { name: 'wechat-charge', path: `/charges/${ended.id}` }] : []),
    { name: 'wechat-me', path: '/me' },
    { name: 'wechat-profile', path: '/me/profile' },
    { name: 'wechat-password', path: '/me/password' },
    { name: 'wechat-erase', path: '/me/erase' },
    { name: 'wechat-pushes', path: '/pushes' },
    { name: 'wechat-health', path: '/health' },
    { name: 'wechat-bind', path: '/bind' },
  ]
}

/** Every page of the student web, for the documented student. */
export async function everyStudentPage(demo: Demo): Promise<Picture[]> {
  const charge = async (status: string) => (await demo.json<{ items: Row[] }>(`/charges?status=${status}&student=${demo.student.number}&pageSize=1`)).items[0]
  const [ended, running] = [await charge('ended'), await charge('open')]
  return [
    { name: 'student-home', path: '/' },
    { name: 'student-charges', path: '/charges' },
    ...(running ? [{ name: 'student-charge-live', path: `/charges/${running.id}` }] : []),
    ...(ended ? [{ name: 'student-charge', path: `/charges/${ended.id}` }, { name: 'student-bill', path: `/bills/${ended.id}` }] : []),
    { name: 'student-battery', path: '/battery' },
    { name: 'student-bills', path: '/bills' },
    { name: 'student-spending', path: '/spending' },
    { name: 'student-stations', path: '/stations' },
    { name: 'student-station', path: '/stations/0002' },
    { name: 'student-pushes', path: '/pushes' },
    { name: 'student-profile', path: '/profile' },
  ]
}
