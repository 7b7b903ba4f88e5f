import type { components } from '../api/schema'

// What the server says of curves and batteries.

type Schemas = components['schemas']

/** What a charge's curve says. Confidence is 0 to 1; `message` and `advice` are sentences, in Chinese. */
export type ChargeAnalysis = Schemas['AnalysisView']
export type Finding = Schemas['FindingView']
export type EnergyTold = Schemas['EnergyAnalysisView']
export type Features = Schemas['FeaturesView']

/** A figure and the interval it lies in. */
export type Interval = Schemas['RangeView']
/** A figure of many: its median, and the 10th and 90th percentile. */
export type Spread = Schemas['SpreadView']

/** A battery's health; percentages are of the rated capacity. */
export type Battery = Schemas['BatteryView']
export type BatteryDetail = Schemas['BatteryDetailView']
export type HealthPoint = Schemas['BatteryHistoryView']
export type BatterySummary = Schemas['BatterySummaryView']
export type Verdict = keyof Schemas['VerdictCounts']

export type BrandModel = Schemas['ModelView']
export type ModelDetail = Schemas['ModelDetailView']
/** Values over the state of charge; null where there were too few. */
export type Band = Schemas['ModelBandView']
