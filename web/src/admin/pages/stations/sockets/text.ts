import { usePageText } from '@/shared/i18n'
import { en, zh } from './words'

const controlsZh = { control: { on: '合闸', off: '开闸', release: '释放', lock: '锁定' } }
const controlsEn = { control: { on: 'On', off: 'Off', release: 'Released', lock: 'Locked' } }

/** Words of meters and their control. */
export const useSocketText = () => usePageText({ ...zh, ...controlsZh }, { ...en, ...controlsEn })
