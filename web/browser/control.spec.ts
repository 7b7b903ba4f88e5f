import { expect, test } from '@playwright/test'
import { signIn } from './support/console'
import { Demo } from './support/demo'

interface Meter {
  ammeter: string
  name: string
  state: string
  control: string
  pending: object | null
  session: { charge_id: number } | null
}
interface Charge {
  id: number
  group: string
  ammeter: string
}
interface Control {
  at: string
  by: string
  action: string
}

const speed = 60 // simulated seconds a second; a station polls every 5 of them and sends a sample every 10
let demo: Demo
test.beforeAll(async () => void (demo = await Demo.start(speed)))
test.afterAll(() => demo?.stop())

test('a charging socket is locked from the page, and the station obeys by its next poll', async ({ page }) => {
  const charging = () => demo.json<{ items: Charge[] }>('/charges?status=charging&pageSize=1').then(found => found.items[0])
  await expect.poll(charging, { timeout: 60_000 }).toBeTruthy()
  const { id, group, ammeter } = (await charging())!
  const meter = () => demo.json<Meter>(`/ammeters/${group}/${ammeter}`)
  const { name } = await meter()

  await signIn(page, demo.url)
  await page.goto(`${demo.url}/admin/stations/${group}?search=${ammeter}`)
  const card = page.getByRole('article', { name: `${name} 充电中` })
  await card.getByRole('button', { name: `锁定 ${name}` }).click()
  const dialog = page.getByRole('dialog', { name: /锁定/ })
  await expect(dialog).toContainText(name)
  await dialog.getByRole('button', { name: '锁定', exact: true }).click()

  await expect(page.getByRole('log')).toContainText('已完成：1 个已执行')
  await expect(page.getByRole('article', { name: `${name} 已锁定` })).toContainText('已确认')

  // What the meter itself measured: nothing flows any more.
  const now = await meter()
  expect(now.state).toBe('locked')
  expect(now.pending).toBeNull()
  const lock = (await demo.json<{ controls: Control[] }>(`/charges/${id}/controls`)).controls.find(control => control.action === 'lock')
  expect(lock?.by).toBe('admin')
  const points = (await demo.json<{ points: (number | null)[][] }>(`/charges/${id}/curve?resolution=raw`)).points
  expect(points.at(-1)![1]).toBeLessThan(0.05)

  await page.getByRole('log').getByRole('button', { name: '关闭' }).click()
  await card.or(page.getByRole('article', { name: `${name} 已锁定` })).getByRole('button', { name: `解锁 ${name}` }).click()
  await page.getByRole('dialog', { name: /解锁/ }).getByRole('button', { name: '解锁', exact: true }).click()
  await expect.poll(async () => (await meter()).state).not.toBe('locked')
})

test('the first page is there at once and shows a living campus', async ({ page }) => {
  await signIn(page, demo.url)
  await page.goto(`${demo.url}/admin/`)
  await expect(page.getByRole('status').filter({ hasText: '实时' })).toBeVisible()
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity)
  expect(paint, 'first contentful paint, ms').toBeLessThan(1_500)
})
