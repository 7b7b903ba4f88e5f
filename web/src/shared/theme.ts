import { ref, watchEffect } from 'vue'

export type Theme = 'light' | 'dark' | 'system'

const kept = 'sems-theme'
const asked = localStorage.getItem(kept)
const system = matchMedia('(prefers-color-scheme: dark)')
const systemDark = ref(system.matches)
system.addEventListener('change', event => (systemDark.value = event.matches))

export const theme = ref<Theme>(asked === 'light' || asked === 'dark' ? asked : 'system')
/** Whether it is dark now. */
export const dark = ref(false)

watchEffect(() => {
  dark.value = theme.value === 'dark' || (theme.value === 'system' && systemDark.value)
  document.documentElement.classList.toggle('dark', dark.value)
  localStorage.setItem(kept, theme.value)
})

/** A colour of the style sheet as it is now, for canvases. */
export const tone = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
