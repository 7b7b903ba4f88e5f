import { expect, test, type Page } from '@playwright/test'
import { checkPage } from './support/console'
import { Server } from './support/server'
import { Bike, jack, register, signInAsStudent } from './support/student'

// Every page of the student web, on a desk and on a phone: no serious fault of accessibility, no sideways scrolling, no error of its scripts.
let server: Server
let past: number
let running: number

test.beforeAll(async () => {
  server = await Server.start()
  await register(server.url)
  const before = new Bike(server, jack.card, '0001', '0002')
  await before.start()
  await before.sample(5, 2)
  await before.end()
  const bike = new Bike(server, jack.card, '0001', '0001')
  await bike.start()
  await bike.sample(12, 2)
  await bike.poll()
  const charges = (await server.json<{ items: { id: number; ended_at: string | null }[] }>('/charges?pageSize=10')).items
  past = charges.find(each => each.ended_at)!.id
  running = charges.find(each => !each.ended_at)!.id
})
test.afterAll(() => server?.dispose())

async function look(page: Page, path: string, shows: string, what: string) {
  await page.goto(`${server.url}/stu${path}`)
  await expect(page.locator(shows).first(), path).toBeVisible()
  await expect(page.locator('[aria-busy=true]'), path).toHaveCount(0)
  await checkPage(page, `${path} (${what})`)
}

for (const [what, viewport, colorScheme, language] of [['desk', { width: 1440, height: 900 }, 'light', 'zh-CN'], ['phone', { width: 375, height: 812 }, 'dark', 'en']] as const) {
  test(`every page is in order on a ${what}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const context = await browser.newContext({ viewport, colorScheme, timezoneId: 'Asia/Shanghai' })
    await context.addInitScript(to => localStorage.setItem('sems-language', to), language)
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', error => faults.push(`${page.url()}: ${error.message}`))
    page.on('console', message => {
      if (message.type() === 'error' && !message.text().includes('404')) faults.push(`${page.url()}: ${message.text()}`)
    })
    await look(page, '/', 'form', what)
    await look(page, '/register', 'form', what)
    await page.goto(`${server.url}/stu/`)
    await signInAsStudent(page)
    await expect(page.locator('.battery')).toBeVisible()
    for (const [path, shows] of [
      ['/', '.battery'], ['/charges', '.page-head'], ['/charges?status=ended', '.page-head'], [`/charges/${past}`, '.chart canvas'], [`/charges/${running}`, '.chart canvas'], ['/battery', '.health'], ['/bills', '.page-head'], [`/bills/${past}`, 'tfoot'],
      ['/spending', '.money-bars'], ['/stations', '.list'], ['/stations/0001', '.sockets'], ['/pushes', '.page-head'], ['/profile', '#wechat'], ['/nowhere', 'h1'], ['/bills/999999', '[role=alert]'],
    ] as const) await look(page, path, shows, what)

    // What opens over a page.
    await page.goto(`${server.url}/stu/profile`)
    await page.locator('.el-button--danger').first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await checkPage(page, `deleting one's data (${what})`)
    expect(faults).toEqual([])
    await context.close()
  })
}
