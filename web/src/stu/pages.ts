import type { RouteRecordRaw } from 'vue-router'

/** A section: in the head on a desk; on a phone in the bar below, where there is room for it. */
export interface Section {
  name: string
  to: string
  icon: string
  /** Not in the bar below: reached from other pages. */
  desk?: boolean
}

export const sections: readonly Section[] = [
  { name: 'home', to: '/', icon: 'battery' },
  { name: 'stations', to: '/stations', icon: 'place' },
  { name: 'charges', to: '/charges', icon: 'sessions' },
  { name: 'bills', to: '/bills', icon: 'billing' },
  { name: 'battery', to: '/battery', icon: 'batteries', desk: true },
  { name: 'spending', to: '/spending', icon: 'overview', desk: true },
  { name: 'pushes', to: '/pushes', icon: 'pushes', desk: true },
  { name: 'profile', to: '/profile', icon: 'user' },
]

/** Whether an address is in a section. */
export const isIn = (section: Section, path: string) => (section.to === '/' ? path === '/' : path === section.to || path.startsWith(`${section.to}/`))

export const pages: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./pages/home/HomePage.vue') },
  { path: '/charges', name: 'charges', component: () => import('./pages/charges/ChargesPage.vue') },
  { path: '/charges/:id(\\d+)', name: 'charge', component: () => import('./pages/charges/ChargePage.vue'), props: true },
  { path: '/battery', name: 'battery', component: () => import('./pages/battery/BatteryPage.vue') },
  { path: '/bills', name: 'bills', component: () => import('./pages/bills/BillsPage.vue') },
  { path: '/bills/:id(\\d+)', name: 'bill', component: () => import('./pages/bills/BillPage.vue'), props: true },
  { path: '/spending', name: 'spending', component: () => import('./pages/spending/SpendingPage.vue') },
  { path: '/stations', name: 'stations', component: () => import('./pages/stations/StationsPage.vue') },
  { path: '/stations/:group', name: 'station', component: () => import('./pages/stations/StationPage.vue'), props: true },
  { path: '/pushes', name: 'pushes', component: () => import('./pages/pushes/PushesPage.vue') },
  { path: '/profile', name: 'profile', component: () => import('./pages/profile/ProfilePage.vue') },
  { path: '/register', name: 'register', component: () => import('./access/RegisterPage.vue'), meta: { open: true } },
  { path: '/:rest(.*)*', name: 'missing', component: () => import('./layout/MissingPage.vue') },
]
