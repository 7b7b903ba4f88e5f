import type { components } from '../api/schema'

// What the student API answers.

type Schemas = components['schemas']

export type Session = Schemas['StudentSessionView']
export type Obstacle = Schemas['ObstacleView']
export type Me = Schemas['MeView']
export type Vehicle = Schemas['VehicleView']
export type Home = Schemas['HomeView']
export type LiveSession = Schemas['LiveSessionView']
export type StudentCharge = Schemas['StudentChargeView']
export type StudentBill = Schemas['StudentBillView']
export type Month = Schemas['MonthView']
export type Day = Schemas['DayOfMonthView']
export type Push = Schemas['StudentPushView']
export type NearStation = Schemas['NearStationView']
export type Nearby = Schemas['NearbyView']
export type StationSockets = Schemas['StationSocketsView']
export type ScriptConfig = Schemas['ScriptConfigView']

/** A page of a list. */
export interface Page<T> {
  items: T[]
  total: number
  page: number
  page_size: number
}

/** How a station's counts are told live. */
export type PlaceCounts = Pick<NearStation, 'group' | 'free' | 'total' | 'charging' | 'online'>

/** What a student changes of themselves: null clears. */
export type MeChange = Partial<Vehicle & { phone: string | null }>
