import { useI18n } from 'vue-i18n'
import type { ApiError } from './api/client'

/** What to tell of a failed call: the server's own words where it has some. */
export function useErrorWords() {
  const { t } = useI18n()
  return (error: ApiError) => error.message
    || t(error.status === 0 ? 'error.network' : error.status === 403 ? 'error.forbidden' : error.status === 404 ? 'error.notFound' : error.status >= 500 ? 'error.server' : 'error.unknown')
}
