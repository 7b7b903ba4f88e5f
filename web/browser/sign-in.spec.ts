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

for (const [entry, most] of [['admin', 250], ['stu', 250], ['wechat', 150]] as const) {
  test(`what ${entry} loads first is under ${most} KB`, async ({ page }) => {
    const sizes: Promise<number>[] = []
    page.on('response', response => {
      if (!new URL(response.url()).pathname.startsWith('/api/')) sizes.push(response.allHeaders().then(headers => Number(headers['content-length'] ?? 0)))
    })
    await page.goto(`${server.url}/${entry}/`)
    await page.waitForLoadState('networkidle')
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes / 1024).toBeLessThan(most)
  })
}
