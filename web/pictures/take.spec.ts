import { expect, test, type Page } from '@playwright/test'
import { signIn } from '../browser/support/console'
import { Demo } from '../browser/support/demo'
import { everyPage, type Picture } from './pages'

const folder = 'screenshots'
const wanted = (process.env['PICTURES'] ?? '').split(',').filter(Boolean)
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 375, height: 812 } }
const languages = ['zh-CN', 'en'] as const

let demo: Demo
let pages: Picture[]

test.beforeAll(async () => {
  test.setTimeout(180_000)
  demo = await Demo.start(480, 1800)
  await expect.poll(async () => (await demo.json<{ total: number }>('/charges?status=ended&pageSize=1')).total, { timeout: 120_000 }).toBeGreaterThan(20)
  pages = (await everyPage(demo)).filter(page => !wanted.length || wanted.includes(page.name))
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
    }
  }
}
