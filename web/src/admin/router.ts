import { createRouter, createWebHistory } from 'vue-router'
import { pages } from './pages'

export function makeRouter() {
  const router = createRouter({
    history: createWebHistory('/admin/'),
    routes: pages,
    scrollBehavior: (_to, from, saved) => saved ?? (from.path === _to.path ? false : { top: 0 }),
  })
  return router
}
