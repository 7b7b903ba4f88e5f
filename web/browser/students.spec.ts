import { expect, test } from '@playwright/test'
import { checkPage, signIn } from './support/console'
import { Server } from './support/server'

let server: Server
test.beforeAll(async () => void (server = await Server.start()))
test.afterAll(() => server?.dispose())
test.describe.configure({ mode: 'serial' })

const roster = 'student_number,card_number,username,blocked\n2026000001,import-1,lin,0\n2026000002,import-2,mei,0\n1030412536,rose-new,rose,0\n,broken,,0\n'

test('students are imported after a look at what will change, and may charge', async ({ page }) => {
  await signIn(page, server.url)
  await page.goto(`${server.url}/admin/students/import`)
  await page.locator('input[type=file]').setInputFiles({ name: 'students.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) })
  await expect(page.getByText('将新增 2 行、更改 1 行，跳过有误的 1 行。')).toBeVisible()
  await checkPage(page, 'import preview')
  await page.getByRole('button', { name: '写入 3 行' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '写入 3 行' }).click()
  await expect(page.getByText('导入完成')).toBeVisible()

  expect(await server.service('checkStudent', { card_number: 'import-1' })).toMatchObject({ result: 1, student_number: 2026000001 })
  expect((await server.service('checkStudent', { card_number: 'rose-card' }))['result']).not.toBe(1)
  expect(await server.service('checkStudent', { card_number: 'rose-new' })).toMatchObject({ result: 1 })
})

test('a student who is blocked may not start, and may again afterwards', async ({ page }) => {
  const socket = { ammeterGroup_number: '0001', ammeter_number: '0002' }
  await signIn(page, server.url)
  await page.goto(`${server.url}/admin/students/2026000002`)
  await expect(page.getByText('可以充电').first()).toBeVisible()
  await page.getByRole('button', { name: '封禁', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2026000002')
  await dialog.getByRole('textbox').fill('借卡给他人')
  await dialog.getByRole('button', { name: '封禁' }).click()
  await expect(page.getByText('不能开始充电')).toBeVisible()
  expect((await server.service('start', { card_number: 'import-2', ...socket }))['result']).not.toBe(1)

  await page.getByRole('button', { name: '解封', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '解封' }).click()
  await expect(page.getByText('已解封')).toBeVisible()
  await expect(page.getByText('不能开始充电')).toHaveCount(0)
  expect(await server.service('start', { card_number: 'import-2', ...socket })).toEqual({ result: 1 })
})
