import { useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { useI18n } from 'vue-i18n'
import { useActions } from '@/shared/kit/act'

/**
 * Asks before edits are lost: by another page, by closing the window, or by another address of the same page for which `leaves` says so.
 */
export function useUnsavedGuard(dirty: Ref<boolean>, leaves: (to: string) => boolean = () => false) {
  const { t } = useI18n()
  const { confirm } = useActions()
  const ask = () => !dirty.value || confirm(t('common.unsaved'), '', { danger: true })
  onBeforeRouteLeave(ask)
  onBeforeRouteUpdate(to => (leaves(to.fullPath) ? ask() : true))
  useEventListener(window, 'beforeunload', event => {
    if (dirty.value) event.preventDefault()
  })
}
