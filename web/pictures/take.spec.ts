import { expect, test, type Page } from '@playwright/test'
import { signIn } from '../browser/support/console'
import { Demo } from '../browser/support/demo'
import { signInAsStudent, signInOnPhone } from '../browser/support/student'
import { everyPage, everyPhonePage, everyStudentPage, type Picture } from './pages'

const folder = 'screenshots'
const wanted = (process.env['PICTURES'] ?? '').split(',').filter(Boolean)
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 375, height: 812 } }
const languages = ['zh-CN', 'en'] as const

let demo: Demo
let pages: Picture[]
let phonePages: Picture[]
let studentPages: Picture[]

test.beforeAll(async () => {
  test.setTimeout(180_000)
  demo = await Demo.start(480, 1800)
  await expect.poll(async () => (await demo.json<{ total: number }>('/charges?status=ended&pageSize=1')).total, { timeout: 120_000 }).toBeGreaterThan(20)
  // The documented student has charged, and charges again.
  await demo.bike('plug-in', { size: 'small', percent: 55 })
  await new Promise(resolve => setTimeout(resolve, 12_000))
  await demo.bike('unplug')
  await demo.bike('plug-in', { size: 'large', percent: 30 })
  const asked = (name: string) => !wanted.length || wanted.includes(name)
  pages = (await everyPage(demo)).filter(({ name }) => asked(name))
  phonePages = (await everyPhonePage(demo)).filter(({ name }) => asked(name))
  studentPages = (await everyStudentPage(demo)).filter(({ name }) => asked(name))
})
test.afterAll(() => demo?.stop())

async function take(page: Page, name: string) {
  await page.waitForLoadState('networkidle').catch(() => undefined) // a live page is never idle
  await page.waitForTimeout(900)
  await page.screenshot({ path: `${folder}/${name}.png` })
}

for (const theme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const language of languages) {
      test(`${theme} ${size} ${language}`, async ({ browser }) => {
        const context = await browser.newContext({ viewport, colorScheme: theme, timezoneId: 'Asia/Shanghai' })
        const page = await context.newPage()
        await page.addInitScript(to => localStorage.setItem('sems-language', to), language)
        if (!wanted.length || wanted.includes('sign-in')) {
          await page.goto(`${demo.url}/admin/`)
          await take(page, `sign-in-${size}-${language}-${theme}`)
        }
        await signIn(page, demo.url)
        for (const { name, path } of pages) {
          await page.goto(`${demo.url}/admin${path}`)
          await take(page, `${name}-${size}-${language}-${theme}`)
        }
        await context.close()
      })

      test(`student ${theme} ${size} ${language}`, async ({ browser }) => {
        const context = await browser.newContext({ viewport, colorScheme: theme, timezoneId: 'Asia/Shanghai' })
        const page = await context.newPage()
        await page.addInitScript(to => localStorage.setItem('sems-language', to), language)
        for (const [name, path] of [['student-register', 'register'], ['student-sign-in', '']] as const) {
          await page.goto(`${demo.url}/stu/${path}`)
          if (!wanted.length || wanted.includes(name)) await take(page, `${name}-${size}-${language}-${theme}`)
        }
        await signInAsStudent(page, { name: demo.student.number, password: demo.student.password })
        for (const { name, path } of studentPages) {
          await page.goto(`${demo.url}/stu${path}`)
          await take(page, `${name}-${size}-${language}-${theme}`)
        }
        await context.close()
      })
    }
  }
}

for (const theme of ['light', 'dark'] as const) {
  for (const language of languages) {
    test(`${theme} wechat ${language}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: sizes.phone, colorScheme: theme, timezoneId: 'Asia/Shanghai', hasTouch: true, isMobile: true })
      const page = await context.newPage()
      await page.addInitScript(to => localStorage.setItem('sems-language', to), language)
      for (const name of ['sign-in', 'register']) {
        if (wanted.length && !wanted.includes(`wechat-${name}`)) continue
        await page.goto(`${demo.url}/wechat/${name}`)
        await take(page, `wechat-${name}-${language}-${theme}`)
      }
      await signInOnPhone(page, demo.url, { name: demo.student.number, password: demo.student.password })
      for (const { name, path } of phonePages) {
        await page.goto(`${demo.url}/wechat${path}`)
        await take(page, `${name}-${language}-${theme}`)
      }
      await context.close()
    })
  }
}
