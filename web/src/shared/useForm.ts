import { computed, onScopeDispose, ref } from 'vue'
import { ApiError } from './api/client'
import { useErrorWords } from './errorWords'

/**
 * A form that is sent: whether it is under way, what was wrong, and for how long the server wants no more tries.
 * @param own words for some statuses instead of the server's
 */
export function useForm(own: Partial<Record<number, string>> = {}) {
  const words = useErrorWords()
  const working = ref(false)
  const fault = ref('')
  const wait = ref(0)
  const timer = setInterval(() => (wait.value = Math.max(0, wait.value - 1)), 1_000)
  onScopeDispose(() => clearInterval(timer))

  /** Answers whether it was done. */
  async function send(work: () => Promise<unknown>): Promise<boolean> {
    working.value = true
    fault.value = ''
    try {
      await work()
      return true
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      const seconds = failure.retryAfter ?? (failure.body as { retry_after_seconds?: number } | undefined)?.retry_after_seconds
      if ((failure.status === 423 || failure.status === 429) && seconds) wait.value = Math.ceil(seconds)
      fault.value = own[failure.status] ?? words(failure)
      return false
    } finally {
      working.value = false
    }
  }

  return { working, fault, wait: computed(() => wait.value), send }
}
