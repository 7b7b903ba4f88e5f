import { expect, test } from '@playwright/test'
import { signIn } from './support/console'
import { Server } from './support/server'

let server: Server
test.beforeAll(async () => void (server = await Server.start()))
test.afterAll(() => server?.dispose())

test('an operator is made by an administrator, chooses a password, and is offered only an operator’s work', async ({ page, browser }) => {
  const made = await server.script('/administrators', 'POST', { user_name: 'wang', role: 'operator' })
  expect(made.status).toBe(201)
  const { password } = JSON.parse(made.text) as { password: string }
  const chosen = 'quiet river stones'

  await page.goto(`${server.url}/admin/`)
  await page.getByLabel('用户名').fill('wang')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('heading', { name: '请先设置新密码' })).toBeVisible()
  await page.getByLabel('当前密码').fill(password)
  await page.getByLabel('新密码', { exact: true }).fill(chosen)
  await page.getByLabel('再次输入新密码').fill(chosen)
  await page.getByRole('button', { name: '更改密码' }).click()

  const navigation = page.getByRole('navigation', { name: '主导航' })
  await expect(navigation.getByRole('link', { name: '充电站' })).toBeVisible()
  await expect(navigation.getByRole('link', { name: '操作日志' })).toHaveCount(0)
  await page.goto(`${server.url}/admin/settings/tariff`)
  await expect(page.locator('[data-field="tariff.fen_per_hour"]')).toBeVisible()
  await expect(page.locator('[data-field="tariff.fen_per_hour"] input')).toHaveCount(0)
  await page.goto(`${server.url}/admin/students/1030412535`)
  await expect(page.getByText('修改学生资料需要管理员角色')).toBeVisible()
  await expect(page.getByRole('button', { name: '封禁', exact: true })).toHaveCount(0)

  // Signed out elsewhere, here too.
  await page.goto(`${server.url}/admin/`)
  await expect(page.locator('.live-mark')).toHaveText('实时')
  const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(other, server.url, { name: 'wang', password: chosen })
  await other.getByRole('button', { name: /账号/ }).click()
  await other.getByRole('menuitem', { name: '在所有设备退出' }).click()
  await other.getByRole('dialog').getByRole('button', { name: '确认' }).click()
  await expect(page.getByRole('heading', { name: '管理员登录' })).toBeVisible({ timeout: 20_000 })
  await other.context().close()
})
