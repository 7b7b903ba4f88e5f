import { createPinia } from 'pinia'
import { createApp } from 'vue'
import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import '@/shared/theme.css'
import { i18n } from '@/shared/i18n'
import '@/shared/theme'
import App from './App.vue'
import { makeRouter } from './router'
import './stu.css'

createApp(App).use(createPinia()).use(i18n).use(makeRouter()).mount('#app')
