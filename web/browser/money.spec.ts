import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { signIn } from './support/console'
import { Server } from './support/server'

const socket = { ammeterGroup_number: '0001', ammeter_number: '0001' }
let server: Server
test.beforeAll(async () => void (server = await Server.start()))
test.afterAll(() => server?.dispose())
test.describe.configure({ mode: 'serial' })

/** A charge of so much by the meter's counter, from the swipe to the bill; answers what it cost. */
async function charge(card: string, kwh: number): Promise<{ charge_id: number; fen: number; student_number: string }> {
  const at = Date.now() / 1000
  expect(await server.service('start', { card_number: card, ...socket })).toEqual({ result: 1 })
  for (let step = 0; step <= 4; step++) {
    const reply = await server.service('charge', { ...socket, current_value: 2, voltage_value: 220, energy_value: 10 + (kwh * step) / 4, time: at + step * 10 })
    expect(reply).toEqual({ result: 1 })
  }
  expect(await server.service('end', { card_number: card, ...socket })).toEqual({ result: 1 })
  const bills = await server.json<{ items: { charge_id: number; fen: number; student_number: string }[] }>('/bills?pageSize=1')
  return bills.items[0]!
}

test('a tariff that was edited is in the next bill', async ({ page }) => {
  expect((await charge('rose-card', 0.01)).fen).toBeLessThan(5)

  await signIn(page, server.url)
  await page.goto(`${server.url}/admin/settings/tariff`)
  const field = page.locator('[data-field="tariff.fen_per_kwh"] input')
  await field.fill('200')
  await expect(page.getByText(/修改后/)).toBeVisible()
  await page.getByRole('button', { name: '保存' }).click()
  const dialog = page.getByRole('dialog', { name: /保存 1 项修改/ })
  await expect(dialog).toContainText('¥200.00')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('设置已保存')).toBeVisible()

  // 0.01 kWh at ¥200 a kWh.
  expect((await charge('rose-card', 0.01)).fen).toBeGreaterThanOrEqual(200)
})

test('a bill is paid by the page, once asked, and its history says by whom', async ({ page }) => {
  const bill = await charge('tom-card', 0.02)
  await signIn(page, server.url)
  await page.goto(`${server.url}/admin/billing?status=unpaid&student=${bill.student_number}`)
  await page.getByRole('button', { name: `标记已支付 ${bill.student_number}` }).first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(bill.student_number)
  await dialog.getByRole('button', { name: '标记已支付' }).click()
  await expect(page.getByText('已标记为已支付').first()).toBeVisible()
  const kept = await server.json<{ status: string; changes: { to: string; by: string }[] }>(`/bills/${bill.charge_id}`)
  expect(kept.status).toBe('paid')
  expect(kept.changes.at(-1)).toMatchObject({ to: 'paid', by: 'admin' })
})

test('a CSV has just what the ledger has', async ({ page }) => {
  await signIn(page, server.url)
  await page.goto(`${server.url}/admin/billing`)
  await expect(page.getByRole('table').or(page.getByRole('list', { name: '账单列表' }))).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  const file = await readFile((await (await waiting).path())!, 'utf8')
  expect(file.startsWith('\uFEFF')).toBe(true)
  const rows = file.slice(1).trim().split(/\r?\n/).slice(1).map(line => line.split(','))
  const ledger = await server.json<{ items: { charge_id: number; student_number: string; fen: number }[]; total: number }>('/bills?pageSize=500')
  expect(rows).toHaveLength(ledger.total)
  for (const bill of ledger.items) {
    const row = rows.find(cells => cells[0] === String(bill.charge_id))
    expect(row, `bill ${bill.charge_id}`).toBeDefined()
    expect(row).toContain(bill.student_number)
    expect(row).toContain((bill.fen / 100).toFixed(2))
  }
})
