import type { components } from '@/shared/api/schema'

export type Cluster = components['schemas']['ClusterView']
export type Silo = components['schemas']['SiloView']
export type Method = components['schemas']['MethodView']
export type StationService = components['schemas']['StationServiceView']
