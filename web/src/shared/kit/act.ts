import { ElMessage, ElMessageBox } from 'element-plus'
import 'element-plus/es/components/message/style/css'
import 'element-plus/es/components/message-box/style/css'
import { useI18n } from 'vue-i18n'
import { ApiError } from '@/shared/api/client'
import { useErrorWords } from '@/shared/errorWords'

/** Asks once before something that touches power or money; names what is done to whom. */
export function useActions() {
  const { t } = useI18n()
  const words = useErrorWords()

  async function confirm(title: string, text: string, options: { button?: string; danger?: boolean } = {}): Promise<boolean> {
    try {
      await ElMessageBox.confirm(text, title, {
        confirmButtonText: options.button ?? t('common.confirm'), cancelButtonText: t('common.cancel'), type: options.danger ? 'warning' : 'info', autofocus: true,
      })
      return true
    } catch {
      return false
    }
  }

  /** Asks for a text, for example the reason of a waiver; null when it was left. */
  async function prompt(title: string, text: string, options: { button?: string; longest?: number; required?: string } = {}): Promise<string | null> {
    try {
      const { value } = await ElMessageBox.prompt(text, title, {
        confirmButtonText: options.button ?? t('common.confirm'), cancelButtonText: t('common.cancel'),
        inputValidator: (given: string | null) => (options.required && !given?.trim() ? options.required : (given ?? '').length > (options.longest ?? 200) ? `≤ ${options.longest ?? 200}` : true),
      })
      return (value ?? '').trim()
    } catch {
      return null
    }
  }

  const said = (text: string) => void ElMessage({ type: 'success', message: text, grouping: true })
  const failed = (error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    if (error.status !== 401) ElMessage({ type: 'error', message: words(error), duration: 6000, showClose: true, grouping: true })
  }

  /** Does it, says that it is done or why not; answers the reply, or undefined when it was not done. */
  async function run<R>(work: () => Promise<R>, done?: string | ((reply: R) => string)): Promise<R | undefined> {
    try {
      const reply = await work()
      if (done) said(typeof done === 'string' ? done : done(reply))
      return reply
    } catch (error) {
      failed(error)
      return undefined
    }
  }

  return { confirm, prompt, run, said, failed }
}
