import { defineAsyncComponent } from 'vue'

// Leaflet is loaded with the first map that is shown.
export const CampusMap = defineAsyncComponent(() => import('./CampusMap.vue'))
export const PositionPicker = defineAsyncComponent(() => import('./PositionPicker.vue'))
export { useMapSettings, placeText, type MapSettings } from './settings'
export type { MapStation } from './marks'
export type { Place } from './gcj02'
