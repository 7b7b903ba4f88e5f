import type { components } from '@/shared/api/schema'
import type { Station } from '../stations/types'

export type Alarm = components['schemas']['AlarmView']
export type AlarmCounts = components['schemas']['AlarmCountsView']
export interface DayFigures {
  energy_kwh: number
  fen: number
  sessions: number
  bills: number
}
export interface Overview {
  now: string
  power_w: number
  sockets: { total: number; free: number; charging: number; full: number; paused: number; locked: number; offline: number }
  today: DayFigures
  yesterday: DayFigures
  yesterday_so_far: DayFigures
  alarms: AlarmCounts
  pushes: { dead: number }
  stations?: Station[]
}
export interface CampusEvent {
  at: string
  kind: 'charge_started' | 'charge_ended' | 'alarm_raised' | 'alarm_cleared' | 'control' | 'push_dead'
  group?: string | null
  ammeter?: string | null
  student_number?: string | null
  charge_id?: number | null
  fen?: number | null
  severity?: string | null
  by?: string | null
  text: string
}
