import { expect, test, type Browser, type Page } from '@playwright/test'
import { checkPage } from './support/console'
import { Server } from './support/server'
import { Bike, jack, register, signInOnPhone } from './support/student'

// Every phone page at 375 px: what it says, that it can be read and reached by all, and what its one action does.
const rose = { number: '1030412536', card: 'rose-card', name: 'rose', password: 'roses are red today' }
let server: Server
let bike: Bike
let past: number
test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true })

test.beforeAll(async () => {
  server = await Server.start()
  await register(server.url)
  const other = new Bike(server, jack.card, '0001', '0002')
  await other.start()
  await other.sample(5, 2)
  await other.end()
  past = (await server.json<{ items: { charge_id: number }[] }>('/bills?pageSize=1')).items[0]!.charge_id
  bike = new Bike(server, jack.card, '0001', '0001')
  await bike.start()
  await bike.sample(12, 2)
  await bike.poll()
})
test.afterAll(() => server?.dispose())

const open = (browser: Browser, colorScheme: 'light' | 'dark', locale: 'zh-CN' | 'en') => browser.newContext({ colorScheme, locale, timezoneId: 'Asia/Shanghai', viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true })
  .then(async context => {
    await context.addInitScript(to => localStorage.setItem('sems-language', to), locale)
    return context
  })

/** Looks at a page as soon as it shows what it is for, at the narrowest phone's width, too. */
async function look(page: Page, path: string, shows: string) {
  await page.goto(`${server.url}/wechat${path}`)
  await expect(page.locator(shows).first()).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await checkPage(page, `${path} at 375 px`)
  await page.setViewportSize({ width: 320, height: 640 })
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} at 320 px scrolls sideways`).toBeLessThanOrEqual(1)
  await page.setViewportSize({ width: 375, height: 812 })
}

for (const [theme, locale] of [['light', 'zh-CN'], ['dark', 'en']] as const) {
  test(`every page can be read and reached, ${theme}, ${locale}`, async ({ browser }) => {
    const context = await open(browser, theme, locale)
    const page = await context.newPage()
    await look(page, '/sign-in', 'form')
    await look(page, '/sign-in?fault=state', '[role=alert]')
    await look(page, '/register', 'form')
    await look(page, '/bind', 'h1')
    await page.goto(`${server.url}/wechat/sign-in`)
    await page.locator('input[name=username]').fill(jack.name)
    await page.locator('input[name=password]').fill(jack.password)
    await page.locator('button[type=submit]').click()
    await expect(page.locator('.battery')).toBeVisible()
    for (const [path, shows] of [
      ['/', '.battery'], ['/spending', '.money-bars'], ['/spending?unpaid=1', 'h2'], [`/bills/${past}`, '.parts'], [`/charges/${past}`, '.chart canvas'], ['/nearby', '.station'], ['/stations/0001', '.sockets'],
      ['/me', '.who'], ['/me/profile', 'form'], ['/me/password', 'form'], ['/me/erase', 'form'], ['/pushes', 'h1'], ['/health', '.health'], ['/bind', 'h1'], ['/nowhere', 'h1'], ['/bills/999999', '[role=alert]'],
    ] as const) await look(page, path, shows)
    await context.close()
  })
}

test('a wrong password is said so; who was sent to sign in goes on to where they wanted', async ({ page }) => {
  await page.goto(`${server.url}/wechat/me`)
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await page.getByLabel('用户名或学号').fill(jack.number)
  await page.getByLabel('密码', { exact: true }).fill('not my password')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('用户名或密码不对')
  await page.getByLabel('密码', { exact: true }).fill(jack.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: jack.name })).toBeVisible()
  await expect(page).toHaveURL(`${server.url}/wechat/me`)
})

test('a student registers by number and card, and is signed in', async ({ page }) => {
  await page.goto(`${server.url}/wechat/register`)
  const fill = async (card: string) => {
    await page.getByLabel('学号').fill(rose.number)
    await page.getByLabel('卡号').fill(card)
    await page.getByLabel('用户名').fill(rose.name)
    await page.getByLabel('密码', { exact: true }).fill(rose.password)
    await page.getByLabel('再次输入密码', { exact: true }).fill(rose.password)
    await page.getByRole('button', { name: '注册并登录' }).click()
  }
  await fill('not-the-card')
  await expect(page.getByRole('alert')).toContainText('不符')
  await fill(rose.card)
  await expect(page.getByRole('heading', { name: '没有正在进行的充电' })).toBeVisible()
  await page.goto(`${server.url}/wechat/bills/${past}`)
  await expect(page.getByRole('alert'), "another student's bill is not there").toContainText('找不到')
})

test('my socket is switched off and on: asked once, waited for, told when the station obeyed', async ({ page }) => {
  await signInOnPhone(page, server.url)
  const zone = page.getByRole('region', { name: '控制 东门 1 号' })
  await bike.poll()
  await expect(page.locator('.battery-card .state-tag')).toContainText('充电中')
  for (const [button, done, current] of [['开闸断电', '已开闸', 0], ['合闸充电', '已合闸', 2]] as const) {
    await zone.getByRole('button', { name: button }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('东门 1 号')
    await dialog.getByRole('button', { name: button }).click()
    await expect(zone.getByRole('status')).toContainText('等待电表执行')
    await bike.poll()
    await bike.sample(1, current)
    await expect(zone.getByRole('status')).toContainText(done)
  }
})

test('what was left is asked for, and makes the estimate', async ({ page }) => {
  await signInOnPhone(page, server.url)
  await page.goto(`${server.url}/wechat/me/profile`)
  await page.getByLabel('额定电压').fill('48')
  await page.getByLabel('额定容量').fill('20')
  await page.getByLabel('电池类型').selectOption('lithium')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await page.goto(`${server.url}/wechat/`)
  await page.getByRole('button', { name: '填写' }).click()
  const sheet = page.getByRole('dialog', { name: '开始充电时的剩余电量' })
  await sheet.getByRole('slider').focus()
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowUp')
  await sheet.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('您填写的剩余电量：30%')).toBeVisible()
  await expect(page.getByText('按您填写的剩余电量和电池容量估算')).toBeVisible()
  await expect(page.getByRole('img', { name: /电池电量 3\d%/ })).toBeVisible()
})

test("back goes back, as WeChat's gesture does", async ({ page }) => {
  await signInOnPhone(page, server.url)
  await page.getByRole('tab', { name: '附近' }).click()
  await page.getByRole('link', { name: /东门/ }).click()
  await expect(page.getByRole('heading', { name: '东门', exact: true })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: '附近的充电站' })).toBeVisible()
  await page.goBack()
  await expect(page.locator('.battery')).toBeVisible()
})

test('the server is lost: the page says so and keeps the last picture; it is back: live again', async ({ page }) => {
  await signInOnPhone(page, server.url)
  await expect(page.locator('.battery')).toBeVisible()
  await server.kill()
  await expect(page.getByRole('alert')).toContainText('无法连接服务器')
  await expect(page.locator('.battery')).toBeVisible()
  await server.again()
  await expect(page.getByText('无法连接服务器')).toHaveCount(0, { timeout: 30_000 })
})

test('my data is deleted when nothing is open, by the password', async ({ page }) => {
  await signInOnPhone(page, server.url, rose)
  await page.goto(`${server.url}/wechat/me/erase`)
  const erase = async (password: string) => {
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.locator('form').getByRole('button', { name: '删除我的数据' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除我的数据' }).click()
  }
  await erase('not my password')
  await expect(page.getByRole('alert')).toBeVisible()
  await erase(rose.password)
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
})
