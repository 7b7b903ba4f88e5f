import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { signIn } from './support/console'
import { Server } from './support/server'

const stations = 20
const each = 100
let server: Server
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sems-many-'))
  await mkdir(folder, { recursive: true })
  const numbers = Array.from({ length: stations }, (_, i) => String(i + 1).padStart(4, '0'))
  await writeFile(join(folder, 'stations.csv'), `ammeterGroup_number,name\n${numbers.map(n => `${n},${n} 号站`).join('\n')}\n`)
  await writeFile(join(folder, 'ammeters.csv'),
    `ammeterGroup_number,ammeter_number,name\n${numbers.flatMap(n => Array.from({ length: each }, (_, i) => `${n},${String(i + 1).padStart(4, '0')},${n} 站 ${i + 1} 号`)).join('\n')}\n`)
  await writeFile(join(folder, 'students.csv'), 'student_number,card_number,username,blocked\n1030412535,5sdf87e4,jack,0\n')
  server = await Server.start({ campus: folder })
})
test.afterAll(async () => {
  await server?.dispose()
  await rm(folder, { recursive: true, force: true })
})

test('2,000 sockets on a page react within 200 ms', async ({ page }) => {
  await signIn(page, server.url)
  await page.goto(`${server.url}/admin/sockets`)
  const choose = page.getByText('选择显示的 2000 个')
  await expect(choose).toBeVisible()
  expect(await page.getByRole('article').count(), 'only those seen are there').toBeLessThan(200)

  // From the input to the frame that shows it, as the browser itself measures an interaction.
  await page.evaluate(() => {
    const all = ((globalThis as unknown as { measured: object[] }).measured = [] as object[])
    new PerformanceObserver(list => all.push(...list.getEntries().map(entry => ({ name: entry.name, ms: entry.duration, on: (entry as PerformanceEventTiming).target?.textContent?.slice(0, 20) }))))
      .observe({ type: 'event', buffered: false, durationThreshold: 16 } as PerformanceObserverInit)
  })
  await choose.click()
  await expect(page.getByRole('toolbar', { name: /已选 2000 个/ })).toBeVisible()
  await page.getByRole('button', { name: '取消选择' }).click()
  await page.getByRole('article').first().getByRole('checkbox').check({ force: true })
  await page.getByLabel('电表名称、编号或学号').fill('0007 站 42')
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.waitForTimeout(300)
  const measured = await page.evaluate(() => (globalThis as unknown as { measured: { name: string; ms: number; on?: string }[] }).measured)
  expect(measured.length).toBeGreaterThan(0)
  expect(measured.filter(event => event.ms >= 200), 'interactions of 200 ms and more').toEqual([])
})
