import { expect, test } from '@playwright/test'
import { checkPage, signIn } from './support/console'
import { Server } from './support/server'

let server: Server
test.beforeAll(async () => void (server = await Server.start()))
test.afterAll(() => server?.dispose())

test('a wrong password is said so, a right one opens the console, signing out closes it', async ({ page }) => {
  await page.goto(`${server.url}/admin/stations`)
  await page.getByLabel('用户名').fill('admin')
  await page.getByLabel('密码', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toContainText('用户名或密码')
  await checkPage(page, 'sign-in')

  await signIn(page, server.url)
  await page.getByRole('button', { name: /账号/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(page.getByRole('heading', { name: '管理员登录' })).toBeVisible()
  const reply = await page.request.get(`${server.url}/api/admin/overview`)
  expect(reply.status()).toBe(401)
})

test('what is loaded first is small', async ({ page }) => {
  let bytes = 0
  page.on('response', async response => {
    if (new URL(response.url()).pathname.startsWith('/api/')) return
    bytes += Number((await response.allHeaders())['content-length'] ?? 0)
  })
  for (const [entry, most] of [['admin', 250], ['stu', 250], ['wechat', 150]] as const) {
    bytes = 0
    await page.goto(`${server.url}/${entry}/`)
    await page.waitForLoadState('networkidle')
    expect(bytes, entry).toBeGreaterThan(1_000)
    expect(bytes / 1024, `${entry}: KB`).toBeLessThan(most)
  }
})
