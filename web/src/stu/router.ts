import { createRouter, createWebHistory } from 'vue-router'
import { pages } from './pages'

export const makeRouter = () => createRouter({
  history: createWebHistory('/stu/'),
  routes: pages,
  scrollBehavior: (to, from, saved) => saved ?? (from.path === to.path ? false : { top: 0 }),
})
