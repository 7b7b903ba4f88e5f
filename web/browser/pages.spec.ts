import { expect, test } from '@playwright/test'
import { everyPage } from '../pictures/pages'
import { checkPage, signIn } from './support/console'
import { Demo } from './support/demo'

// Every page of a living campus, on a phone and on a desk: no serious fault of accessibility, no sideways scrolling, no error of its scripts.

let demo: Demo
test.beforeAll(async () => {
  test.setTimeout(180_000)
  demo = await Demo.start(480)
  await expect.poll(async () => (await demo.json<{ total: number }>('/charges?status=ended&pageSize=1')).total, { timeout: 120_000 }).toBeGreaterThan(3)
})
test.afterAll(() => demo?.stop())

for (const [name, viewport, theme, language] of [['desk', { width: 1440, height: 900 }, 'light', 'zh-CN'], ['phone', { width: 375, height: 812 }, 'dark', 'en']] as const) {
  test(`every page is in order on a ${name}`, async ({ browser }) => {
    test.setTimeout(360_000)
    const context = await browser.newContext({ viewport, colorScheme: theme, timezoneId: 'Asia/Shanghai' })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', error => faults.push(`${page.url()}: ${error.message}`))
    page.on('console', message => {
      if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`)
    })
    await signIn(page, demo.url)
    await page.addInitScript(to => localStorage.setItem('sems-language', to), language)
    for (const { name: what, path } of await everyPage(demo)) {
      await page.goto(`${demo.url}/admin${path}`)
      await expect(page.getByRole('heading', { level: 1 }), what).toBeVisible()
      await expect(page.locator('#content [aria-busy=true]'), what).toHaveCount(0)
      await expect.soft(page.locator('.load-error'), what).toHaveCount(0)
      await checkPage(page, `${what} (${name})`)
    }
    expect(faults).toEqual([])
    await context.close()
  })
}
