import { expect, test } from '@playwright/test'
import { signIn } from './support/console'
import { Server } from './support/server'

let server: Server
test.beforeAll(async () => void (server = await Server.start()))
test.afterAll(() => server?.dispose())

test('the server is lost: the page says so and keeps what it shows; it is back: live again', async ({ page }) => {
  await signIn(page, server.url)
  await page.goto(`${server.url}/admin/stations/0001`)
  const mark = page.locator('.live-mark')
  await expect(mark).toHaveText('实时')
  await expect(page.getByRole('article', { name: '东门 1 号 空闲' }).or(page.getByRole('article', { name: '东门 1 号 离线' }))).toBeVisible()

  await server.kill()
  await expect(mark).toContainText('数据已停止更新')
  await expect(page.getByRole('article')).toHaveCount(3)

  await server.again()
  await expect(mark).toHaveText('实时', { timeout: 30_000 })
  await server.service('AmmeterControl', { ammeterGroup_number: '0001' })
  expect(await server.service('start', { card_number: '5sdf87e4', ammeterGroup_number: '0001', ammeter_number: '0001' })).toEqual({ result: 1 })
  await expect(page.getByRole('article', { name: '东门 1 号 充电中' })).toBeVisible()
})
