import { createApp } from 'vue'
import { i18n } from '@/shared/i18n'
import '@/shared/theme.css'
import '@/shared/theme'
import App from './App.vue'

createApp(App).use(i18n).mount('#app')
