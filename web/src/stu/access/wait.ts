import { duration } from '@/shared/format'
import { language } from '@/shared/i18n'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** What is told of a lockout: how long it lasts still, s. */
export const waitWords = (seconds: number, t: Translate) => t('wait', { n: seconds < 120 ? t('seconds', { n: seconds }) : duration(Math.ceil(seconds / 60), language()) })
