import type { BatteryDetail, ChargeAnalysis } from '../analysis/types'
import { query, sendJson } from '../api/client'
import type { Phase, Point } from '../curves/types'
import type {
  Day, Home, LiveSession, Me, MeChange, Month, Nearby, Page, Push, ScriptConfig, Session, StationSockets, StudentBill, StudentCharge,
} from './types'

// What a student may ask for and do. Each throws ApiError.

const root = '/api/student'
type Paged = { page?: number; pageSize?: number }

/** Where signing in is told, and the stream of live events. */
export const sessionAddress = `${root}/session`
export const liveAddress = `${root}/live`

export const readSession = () => sendJson<Session>('GET', sessionAddress)
export const signIn = (user_name: string, password: string) => sendJson<Session>('POST', sessionAddress, { user_name, password })
export const signOut = () => sendJson<void>('DELETE', sessionAddress)
export const register = (given: { student_number: string; card_number: string; user_name: string; password: string }) => sendJson<Session>('POST', `${root}/register`, given)

export const readMe = (signal?: AbortSignal) => sendJson<Me>('GET', `${root}/me`, undefined, signal)
export const changeMe = (change: MeChange) => sendJson<Me>('PATCH', `${root}/me`, change)
export const changePassword = (current: string, password: string) => sendJson<void>('PUT', `${root}/password`, { current, password })
export const eraseMe = (password: string) => sendJson<void>('DELETE', `${root}/me`, { password })
export const bindWechat = () => sendJson<Me>('POST', `${root}/wechat`)
export const unbindWechat = () => sendJson<Me>('DELETE', `${root}/wechat`)
/** What WeChat's scripts must be told to work at an address. */
export const readScriptConfig = (url: string) => sendJson<ScriptConfig>('GET', `${root}/wechat/config${query({ url })}`)

export const readHome = (signal?: AbortSignal) => sendJson<Home>('GET', `${root}/home`, undefined, signal)
/** Takes away the answer that the page's head asked for ahead when nobody was signed in: it would serve for whoever signs in next. */
export const dropEarlyHome = () => void fetch(`${root}/home`, { credentials: 'same-origin' }).then(reply => reply.text()).catch(() => undefined)
/** Power on or off at the socket of an open charge of one's own. */
export const control = (charge: number, action: 'on' | 'off') => sendJson<LiveSession>('POST', `${root}/charges/${charge}/control`, { action })
/** How much was left in the battery when a charge began, 0 to 100 %; null: not known. */
export const sayLeft = (charge: number, percent: number | null) => sendJson<LiveSession>('PUT', `${root}/charges/${charge}/left`, { percent })

export const readCharges = (asked: Paged & { from?: string; to?: string; status?: string }, signal?: AbortSignal) => sendJson<Page<StudentCharge>>('GET', `${root}/charges${query(asked)}`, undefined, signal)
export const readCharge = (id: number, signal?: AbortSignal) => sendJson<StudentCharge>('GET', `${root}/charges/${id}`, undefined, signal)
export const readCurve = (id: number, points: number, signal?: AbortSignal) => sendJson<{ points: Point[]; gaps: number[][] }>('GET', `${root}/charges/${id}/curve${query({ points })}`, undefined, signal)
export const readPhases = async (id: number, signal?: AbortSignal) => (await sendJson<{ phases: Phase[] }>('GET', `${root}/charges/${id}/phases`, undefined, signal)).phases
/** What its curve says. */
export const readAnalysis = (id: number, signal?: AbortSignal) => sendJson<ChargeAnalysis>('GET', `${root}/charges/${id}/analysis`, undefined, signal)
/** The health of one's battery. */
export const readBattery = (signal?: AbortSignal) => sendJson<BatteryDetail>('GET', `${root}/battery`, undefined, signal)

export const readBills = (asked: Paged & { status?: string }, signal?: AbortSignal) => sendJson<Page<StudentBill>>('GET', `${root}/bills${query(asked)}`, undefined, signal)
export const readBill = (charge: number, signal?: AbortSignal) => sendJson<StudentBill>('GET', `${root}/bills/${charge}`, undefined, signal)
export const readMonths = async (count: number, signal?: AbortSignal) => (await sendJson<{ months: Month[] }>('GET', `${root}/months${query({ count })}`, undefined, signal)).months
export const readDays = async (month: string, signal?: AbortSignal) => (await sendJson<{ days: Day[] }>('GET', `${root}/months/${month}`, undefined, signal)).days
export const readPushes = (asked: Paged, signal?: AbortSignal) => sendJson<Page<Push>>('GET', `${root}/pushes${query(asked)}`, undefined, signal)

/** Stations, the nearest first; without a place, by the last one that WeChat told, or by number. */
export const readStations = (place?: { latitude: number; longitude: number }, signal?: AbortSignal) => sendJson<Nearby>('GET', `${root}/stations${query({ ...place })}`, undefined, signal)
export const readStation = (group: string, place?: { latitude: number; longitude: number }, signal?: AbortSignal) => sendJson<StationSockets>('GET', `${root}/stations/${encodeURIComponent(group)}${query({ ...place })}`, undefined, signal)
