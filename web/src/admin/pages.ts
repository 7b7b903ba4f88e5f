import type { RouteRecordRaw } from 'vue-router'

// Every page of the console. In the menu are those with `menu`; those with `administrator` are for that role alone.

export interface MenuEntry {
  name: string
  to: string
  administrator?: boolean
  /** Entries of a group stand together under its name. */
  group?: string
}

export const menu: readonly MenuEntry[] = [
  { name: 'overview', to: '/' },
  { name: 'stations', to: '/stations' },
  { name: 'sockets', to: '/sockets' },
  { name: 'sessions', to: '/sessions' },
  { name: 'students', to: '/students' },
  { name: 'billing', to: '/billing' },
  { name: 'alarms', to: '/alarms' },
  { name: 'pushes', to: '/pushes' },
  { name: 'batteries', to: '/batteries', group: 'analysis' },
  { name: 'models', to: '/models', group: 'analysis' },
  { name: 'cluster', to: '/cluster' },
  { name: 'settings', to: '/settings' },
  { name: 'administrators', to: '/administrators', administrator: true },
  { name: 'audit', to: '/audit', administrator: true },
]

export const pages: RouteRecordRaw[] = [
  { path: '/', name: 'overview', component: () => import('./pages/overview/OverviewPage.vue') },
  { path: '/stations', name: 'stations', component: () => import('./pages/stations/StationsPage.vue') },
  { path: '/stations/:group', name: 'station', component: () => import('./pages/stations/StationPage.vue'), props: true },
  { path: '/sockets', name: 'sockets', component: () => import('./pages/stations/SocketsPage.vue') },
  { path: '/sessions', name: 'sessions', component: () => import('./pages/sessions/SessionsPage.vue') },
  { path: '/sessions/:id(\\d+)', name: 'session', component: () => import('./pages/sessions/SessionPage.vue'), props: true },
  { path: '/students', name: 'students', component: () => import('./pages/students/StudentsPage.vue') },
  { path: '/students/import', name: 'import', component: () => import('./pages/students/ImportPage.vue') },
  { path: '/students/:number', name: 'student', component: () => import('./pages/students/StudentPage.vue'), props: true },
  { path: '/billing', name: 'billing', component: () => import('./pages/billing/BillingPage.vue') },
  { path: '/billing/:id(\\d+)', name: 'bill', component: () => import('./pages/billing/BillPage.vue'), props: true },
  { path: '/alarms', name: 'alarms', component: () => import('./pages/alarms/AlarmsPage.vue') },
  { path: '/pushes', name: 'pushes', component: () => import('./pages/pushes/PushesPage.vue') },
  { path: '/batteries', name: 'batteries', component: () => import('./pages/batteries/BatteriesPage.vue') },
  { path: '/batteries/:number', name: 'battery', component: () => import('./pages/batteries/BatteryPage.vue'), props: true },
  { path: '/models', name: 'models', component: () => import('./pages/models/ModelsPage.vue') },
  { path: '/models/:id', name: 'model', component: () => import('./pages/models/ModelPage.vue'), props: true },
  { path: '/cluster', name: 'cluster', component: () => import('./pages/cluster/ClusterPage.vue') },
  { path: '/settings/:part?', name: 'settings', component: () => import('./pages/settings/SettingsPage.vue'), props: true },
  { path: '/administrators', name: 'administrators', component: () => import('./pages/administrators/AdministratorsPage.vue') },
  { path: '/audit', name: 'audit', component: () => import('./pages/audit/AuditPage.vue') },
  { path: '/:rest(.*)*', name: 'missing', component: () => import('./layout/MissingPage.vue') },
]
