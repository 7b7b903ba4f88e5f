import { createApp } from 'vue'
import { i18n } from './i18n'
import './theme.css'
import './theme'
import ClosedPage from './ClosedPage.vue'

createApp(ClosedPage).use(i18n).mount('#app')
