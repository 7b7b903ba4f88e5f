// What the student API answers, until the document has it.

export interface Obstacle {
  code: string
  message: string
}

export interface Session {
  user: { student_number: string; user_name: string; by: string } | null
  antiforgery: string
  now: string
  version: string
  wechat: { configured: boolean; openid_known: boolean; login: boolean }
}

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

export type Basis = 'full' | 'said' | 'curve' | 'none'

export interface Gauge {
  percent: number | null
  basis: Basis
  uncertainty: number | null
  seconds_to_full: number | null
  left_percent: number | null
  capacity_kwh: number | null
  energy_in_kwh: number
}

export interface LiveSession {
  charge_id: number
  group: string
  station_name: string
  ammeter: string
  socket_name: string
  online: boolean
  switch: 'charging' | 'low' | 'paused' | 'locked'
  level: 'on' | 'off' | 'release' | 'lock'
  pending: { level: string; requested_at: string; by_me: boolean } | null
  started_at: string
  seconds: number
  full_at: string | null
  phase: string | null
  current_a: number | null
  voltage_v: number | null
  power_w: number | null
  energy_kwh: number
  fen: number
  last_sample_at: string | null
  samples: number
  tariff: string
  can: { on: boolean; off: boolean; why_not: string | null }
  gauge: Gauge
}

export interface StudentCharge {
  charge_id: number
  group: string
  station_name: string
  ammeter: string
  socket_name: string
  status: string
  started_at: string
  ended_at: string | null
  full_at: string | null
  seconds: number
  energy_kwh: number | null
  fen: number | null
  bill_status: 'unpaid' | 'paid' | 'waived' | null
  end_reason: string | null
  notes: string[]
}

export interface Home {
  now: string
  sessions: LiveSession[]
  last: StudentCharge | null
  month: { month: string; charges: number; energy_kwh: number; fen: number }
  unpaid: { fen: number; count: number }
  obstacles: Obstacle[]
}

export interface StudentBill {
  charge_id: number
  fen: number
  status: 'unpaid' | 'paid' | 'waived'
  at: string
  paid_at: string | null
  reason: string | null
  tariff: string
  parts: { what: string; seconds: number | null; energy_kwh: number | null; fen: number }[]
  charge: StudentCharge
}

export interface Month {
  month: string
  charges: number
  energy_kwh: number
  fen: number
  unpaid_fen: number
}

export interface Day {
  day: string
  charges: number
  energy_kwh: number
  fen: number
}

export interface Push {
  push_id: string
  charge_id: number
  kind: string
  at: string
  text: string
  state: 'sent' | 'waiting' | 'failed'
}

export interface Page<T> {
  items: T[]
  total: number
  page: number
  page_size: number
}

export interface NearStation {
  group: string
  name: string
  latitude: number | null
  longitude: number | null
  distance_m: number | null
  total: number
  free: number
  charging: number
  online: boolean
}

export interface Nearby {
  origin: { latitude: number; longitude: number; from: 'given' | 'wechat'; at: string } | null
  stations: NearStation[]
}

export interface StationSockets extends NearStation {
  sockets: { ammeter: string; name: string; state: 'free' | 'charging' | 'full' | 'paused' | 'locked' }[]
}

/** How a station's counts are told live. */
export interface PlaceCounts {
  group: string
  free: number
  total: number
  charging: number
  online: boolean
}

export interface ScriptConfig {
  app_id: string
  script: string
  timestamp: number
  nonce: string
  signature: string
  apis: string[]
}
