import type { components } from '@/shared/api/schema'

type Schemas = components['schemas']

export type Alarm = Schemas['AlarmView']
export type AlarmCounts = Schemas['AlarmCountsView']
export type DayFigures = Schemas['DayView']
export type Overview = Schemas['OverviewView']
export type CampusEvent = Schemas['EventView']
