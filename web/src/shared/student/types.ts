import type { components } from '../api/schema'

// What the student API answers.

type Schemas = components['schemas']

export type Session = Schemas['StudentSessionView']
export type Obstacle = Schemas['ObstacleView']
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

/** A page of a list. */
export interface Page<T> {
  items: T[]
  total: number
  page: number
  page_size: number
}

/** How a station's counts are told live. */
export type PlaceCounts = Pick<NearStation, 'group' | 'free' | 'total' | 'charging' | 'online'>

export interface Vehicle {
  brand: string | null
  model: string | null
  battery_type: string | null
  rated_voltage: number | null
  rated_ah: number | null
}

export interface Me {
  student_number: string
  user_name: string
  card_number: string
  phone: string | null
  vehicle: Vehicle
  blocked: boolean
  blocked_reason: string | null
  wechat: { bound: boolean; follows: boolean | null }
  standing: { obstacles: Obstacle[]; arrears_limit_fen: number }
}

export type MeChange = Partial<Vehicle & { phone: string | null }>

export interface ScriptConfig {
  app_id: string
  script: string
  timestamp: number
  nonce: string
  signature: string
  apis: string[]
}
