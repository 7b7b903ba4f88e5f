import { createPinia } from 'pinia'
import { createApp } from 'vue'
import 'vant/es/style/css-variables.css'
import 'vant/es/style/animation.css'
import '@/shared/theme.css'
import './wechat.css'
import { i18n } from '@/shared/i18n'
import '@/shared/theme'
import App from './App.vue'
import { makeRouter } from './router'

createApp(App).use(createPinia()).use(i18n).use(makeRouter()).mount('#app')
