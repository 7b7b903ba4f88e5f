import { expect, test, type Page } from '@playwright/test'
import { freePort, Server } from './support/server'
import { StandIn, type Message } from './support/standIn'
import { Station } from './support/station'

// From following the account to the bill, on a phone in WeChat, against a stand-in for WeChat.
const speed = 60 // simulated seconds in a real one; the station polls and measures six times a second
const openid = 'oSEMS6stand-in_Zhang0000001A'
const wechat = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49 NetType/4G Language/zh_CN'
const ammeter = '0001'
const socket = '东门 1 号'

test.use({ viewport: { width: 375, height: 812 }, userAgent: wechat, isMobile: true, hasTouch: true })

let server: Server
let standIn: StandIn
let station: Station
test.beforeAll(async () => {
  const port = await freePort()
  standIn = await StandIn.start(`http://127.0.0.1:${port}`)
  server = await Server.start({ port, speed, environment: standIn.settings })
  station = new Station(server, '0001', speed)
  const { version } = await server.json<{ version: number }>('/settings')
  const changed = await server.script('/settings', 'PATCH', { version, settings: { rules: { overtime_after_seconds: 300 } } })
  expect(changed.status, changed.text).toBe(200)
})
test.afterAll(async () => {
  await station?.stop()
  await server?.dispose()
  await standIn?.stop()
})

const pushes = async () => (await standIn.messages(openid)).filter(message => message.kind === 'template')
const field = (message: Message, label: string) => message.fields?.find(each => each.label === label)?.value
const figure = (page: Page, name: string) => page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) }).locator('dd')

/** The last push of this title, once there are so many. */
async function pushed(title: string, count: number): Promise<Message> {
  await expect.poll(async () => (await pushes()).length, { timeout: 60_000, message: title }).toBe(count)
  const last = (await pushes()).at(-1)!
  expect(last.title).toBe(title)
  return last
}

test('a student follows the account, binds, charges, switches, is told four times, and sees what it cost', async ({ page }) => {
  test.setTimeout(240_000)

  // Follow: the welcome leads to the binding; WeChat says who it is; number and card make the account.
  const told = await standIn.tell(openid, 'subscribe')
  expect(told.error).toBeNull()
  const welcome = (await standIn.messages(openid)).find(message => message.kind === 'reply')!
  const link = /href="([^"]+)"/.exec(welcome.text ?? '')?.[1] ?? welcome.url
  expect(link).toBe(`${server.url}/wechat/bind`)
  await page.goto(link!)
  await page.getByRole('button', { name: '用微信验证身份' }).or(page.getByRole('link', { name: /张小明/ })).click()
  if (!page.url().includes('/wechat/bind')) await page.getByRole('link', { name: /张小明/ }).click()
  await page.getByRole('button', { name: '首次使用' }).click()
  await page.getByLabel('学号').fill('1030412538')
  await page.getByLabel('卡号').fill('someone-elses')
  await page.getByLabel('用户名').fill('mei')
  await page.locator('input[name=new_password]').fill('a long enough password')
  await page.locator('input[name=again]').fill('a long enough password')
  await page.getByRole('button', { name: '注册并绑定' }).click()
  await expect(page.getByRole('alert')).toContainText('学号与卡号不符')
  await page.getByLabel('卡号').fill('mei-card')
  await page.locator('input[name=new_password]').fill('a long enough password')
  await page.locator('input[name=again]').fill('a long enough password')
  await page.getByRole('button', { name: '注册并绑定' }).click()
  await expect(page.getByText('已绑定微信').first()).toBeVisible()

  // A swipe at the station: the phone shows it by itself.
  await page.goto(`${server.url}/wechat/`)
  await expect(page.getByText('没有正在进行的充电')).toBeVisible()
  expect((await station.start('mei-card', ammeter, 1.8))['result']).toBe(1)
  await expect(page.getByRole('heading', { name: socket })).toBeVisible()
  await expect(page.getByText('充电中').first()).toBeVisible()
  await expect(figure(page, '电流')).toHaveText('1.8 A')
  await expect(figure(page, '功率')).toHaveText('396 W')

  // What was left makes a percentage, which grows; the curve is drawn.
  await page.getByRole('button', { name: '填写' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('按您填写的剩余电量和电池容量估算')).toBeVisible()
  const percent = async () => Number(/\d+/.exec(await page.locator('.percent').innerText())?.[0])
  const before = await percent()
  expect(before).toBeGreaterThanOrEqual(20)
  await expect.poll(percent, { timeout: 30_000 }).toBeGreaterThan(before)
  await expect(page.locator('canvas').first()).toBeVisible()

  // Off: confirmed by what the meter measures, then on again.
  await page.getByRole('button', { name: '开闸断电' }).click()
  const ask = page.getByRole('dialog').filter({ hasText: socket })
  await ask.getByRole('button', { name: '开闸断电' }).click()
  await expect(page.getByText('电表已开闸，已停止供电')).toBeVisible()
  expect(station.level(ammeter)).toBe('0')
  await expect(figure(page, '电流')).toHaveText('0.0 A')
  await page.getByRole('button', { name: '合闸充电' }).click()
  await ask.getByRole('button', { name: '合闸充电' }).click()
  await expect(page.getByText('电表已合闸，正在供电')).toBeVisible()
  expect(station.level(ammeter)).toBe('1')
  await expect(figure(page, '电流')).toHaveText('1.8 A')
  expect(await pushes()).toEqual([])

  // Full, still there, ended and billed: a push each.
  station.draw(ammeter, 0.1)
  const full = await pushed('充电已满提醒', 1)
  expect(field(full, '用户')).toBe('mei')
  expect(field(full, '地点')).toContain(socket)
  await expect(page.getByText('已充满').first()).toBeVisible()
  await expect(page.locator('.percent')).toContainText('100')
  await pushed('占用超时提醒', 2)
  expect((await station.end(ammeter))['result']).toBe(1)
  const paid = await pushed('充电账单通知', 3)
  const { items: [bill] } = await server.json<{ items: { charge_id: number; fen: number }[] }>('/bills?student=1030412538')
  const money = (bill!.fen / 100).toFixed(2)
  expect(bill!.fen).toBeGreaterThan(0)
  expect(field(paid, '金额')).toContain(money)

  // The message leads to the bill; the month shows it.
  await page.goto(paid.url!)
  expect(new URL(page.url()).pathname).toBe(`/wechat/bills/${bill!.charge_id}`)
  await expect(page.locator('.total .sum')).toHaveText(`¥${money}`)
  await page.goto(`${server.url}/wechat/spending`)
  await expect(page.locator('.sum').first()).toHaveText(`¥${money}`)
  await expect(page.getByRole('listitem').filter({ hasText: socket })).toContainText(`¥${money}`)

  // Danger: the power is cut and the student told why.
  expect((await station.start('mei-card', ammeter, 1.8))['result']).toBe(1)
  await expect.poll(() => station.level(ammeter)).toBe('1')
  station.draw(ammeter, 14)
  const danger = await pushed('充电异常提醒', 4)
  expect(field(danger, '原因')).toContain('电流')
  expect(station.level(ammeter)).toBe('3')
  await page.goto(danger.url!)
  await expect(page.getByRole('heading', { name: socket })).toBeVisible()
  await expect(page.getByText('已锁定').first()).toBeVisible()
  await expect(page.getByText(/检测到异常.*电流 14 A/)).toBeVisible()
})

test('another student of this phone sees nothing of it, and an unbound phone is asked who it is', async ({ page }) => {
  const charge = 1 // of the student before
  await page.goto(`${server.url}/wechat/bills/${charge}`)
  await page.getByRole('link', { name: /李静/ }).click()
  await expect(page).toHaveURL(/\/wechat\/bind/)
  await expect(page.getByRole('button', { name: '登录并绑定' })).toBeVisible()
  for (const path of ['bills', 'charges']) expect((await page.request.get(`${server.url}/api/student/${path}/${charge}`)).status()).toBe(401)
})
