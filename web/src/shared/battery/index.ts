export { default as BatteryPicture } from './BatteryPicture.vue'
export { useShownPercent } from './useShownPercent'
