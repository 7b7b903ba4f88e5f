import { useI18n } from 'vue-i18n'
import { ApiError } from '@/shared/api/client'
import { useErrorWords } from '@/shared/errorWords'

const dialogs = () => import('./dialogs')

/** Fetches what questions are asked with, before somebody needs it. */
export const warmDialogs = () => void dialogs().catch(() => undefined)

/** Asks once before something that touches power or money; says what was done or why not. */
export function useAsking() {
  const { t } = useI18n()
  const words = useErrorWords()

  async function confirm(title: string, message: string, button: string): Promise<boolean> {
    const { showConfirmDialog } = await dialogs()
    try {
      await showConfirmDialog({ title, message, confirmButtonText: button, cancelButtonText: t('common.cancel') })
      return true
    } catch {
      return false
    }
  }

  async function say(message: string, seconds = 2.5) {
    const { showToast } = await dialogs()
    showToast({ message, duration: seconds * 1000, wordBreak: 'break-word' })
  }

  /** Does it, says that it is done or why not; answers whether it was done. */
  async function run(work: () => Promise<unknown>, done?: string): Promise<boolean> {
    try {
      await work()
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      if (failure.status !== 401) await say(words(failure), 5)
      return false
    }
    if (done) await say(done)
    return true
  }

  return { confirm, say, run }
}
