import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import SignInPage from './access/SignInPage.vue'
import ChargingPage from './charging/ChargingPage.vue'

// meta.open: for people who are not signed in, too. meta.tab: which of the four tabs it belongs to.
export const routes: RouteRecordRaw[] = [
  { path: '/', component: ChargingPage, meta: { tab: 'charging' } },
  { path: '/sign-in', component: SignInPage, meta: { open: true } },
  { path: '/register', component: () => import('./access/RegisterPage.vue'), meta: { open: true } },
  { path: '/bind', component: () => import('./access/BindPage.vue'), meta: { open: true } },
  { path: '/nearby', component: () => import('./nearby/NearbyPage.vue'), meta: { tab: 'nearby' } },
  { path: '/stations/:group', component: () => import('./nearby/StationPage.vue'), props: true, meta: { tab: 'nearby' } },
  { path: '/spending', component: () => import('./spending/SpendingPage.vue'), meta: { tab: 'spending' } },
  { path: '/bills/:id(\\d+)', component: () => import('./spending/BillPage.vue'), props: true, meta: { tab: 'spending' } },
  { path: '/charges/:id(\\d+)', component: () => import('./spending/ChargePage.vue'), props: true, meta: { tab: 'spending' } },
  { path: '/me', component: () => import('./me/MePage.vue'), meta: { tab: 'me' } },
  { path: '/me/profile', component: () => import('./me/ProfilePage.vue'), meta: { tab: 'me' } },
  { path: '/me/password', component: () => import('./me/PasswordPage.vue'), meta: { tab: 'me' } },
  { path: '/me/erase', component: () => import('./me/ErasePage.vue'), meta: { tab: 'me' } },
  { path: '/pushes', component: () => import('./me/PushesPage.vue'), meta: { tab: 'me' } },
  { path: '/health', component: () => import('./me/HealthPage.vue'), meta: { tab: 'me' } },
  { path: '/socket', redirect: '/' },
  { path: '/bills', redirect: '/spending' },
  { path: '/charges', redirect: '/spending' },
  { path: '/:missing(.*)*', component: () => import('./kit/MissingPage.vue'), meta: { open: true } },
]

export const makeRouter = () => createRouter({
  history: createWebHistory('/wechat/'),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (from.path === to.path ? false : { top: 0 }),
})
