import { expect, test } from '@playwright/test'
import type { BrandModel, ChargeAnalysis } from '../src/shared/analysis/types'
import { battery, findingsOf, standInBattery, standInFindings } from './support/analysis'
import { checkPage, signIn } from './support/console'
import { Demo } from './support/demo'
import { signInAsStudent, signInOnPhone } from './support/student'

// What the curves say, from a living campus: on the session, of models, of batteries, and to a student of theirs.

interface Ended {
  id: number
  student_number: string
  started_at: string
  ended_at: string
}

let demo: Demo
let charge: Ended
let model: BrandModel

test.beforeAll(async () => {
  test.setTimeout(240_000)
  demo = await Demo.start(480)
  // Charges end, are analysed, and teach their battery and their model.
  await expect.poll(async () => {
    for (const each of (await demo.json<{ items: Ended[] }>('/charges?status=ended&sort=-energy_kwh&pageSize=10')).items) {
      const analysis = await demo.json<ChargeAnalysis>(`/charges/${each.id}/analysis`)
      if (analysis.is_final && analysis.model && analysis.energy && analysis.phases.some(({ phase }) => phase === 'constant_current')) {
        const found = (await demo.json<BrandModel[]>('/models')).find(({ key }) => key === analysis.model!.key)
        if (found) [charge, model] = [each, found]
        return !!found
      }
    }
    return false
  }, { timeout: 180_000 }).toBe(true)
})
test.afterAll(() => demo?.stop())

test('a session says what its curve says: phases, energy with its interval, how it went, and its model', async ({ page }) => {
  await signIn(page, demo.url)
  await page.goto(`${demo.url}/admin/sessions/${charge.id}`)
  const analysis = page.getByRole('region', { name: '曲线分析' })
  await expect(analysis).toContainText(/可能在 \d+\.\d\d–\d+\.\d\d kWh 之间/)
  await expect(analysis).toContainText(/依据：(电表读数|功率|电流×电压)/)
  await expect(analysis).toContainText(/\d+\.\d\d Ah/)
  await expect(page.getByRole('list', { name: '阶段' })).toContainText('恒流')
  await analysis.getByRole('link', { name: new RegExp(model.brand) }).click()
  await expect(page).toHaveURL(`${demo.url}/admin/models/${encodeURIComponent(model.key)}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(model.model)
})

test('findings are told the worst first, in the list and on the curve, and to students in their words', async ({ page }) => {
  await standInFindings(page, findingsOf(charge))
  await signIn(page, demo.url)
  await page.goto(`${demo.url}/admin/sessions/${charge.id}`)
  const analysis = page.getByRole('region', { name: '曲线分析' })
  await expect(analysis.getByRole('status')).toContainText('发现 1 处危险、1 处警告、1 处提示')
  await expect(analysis.getByRole('list', { name: '发现' }).getByRole('listitem')).toContainText([/危险充满后电流回升.*约 97% 把握/, /警告疑似接触不良/, /提示电表读数倒退.*约 99% 把握/])
  await expect(page.getByRole('list', { name: '阶段' })).toContainText('危险警告提示')
  await page.mouse.move(0, 0) // what lies under the pointer when the page has scrolled would be told instead
  await analysis.getByRole('button', { name: '在曲线上查看：充满后电流回升' }).press('Enter')
  await expect(page.locator('.chart')).toContainText('危险：充满后电流回升')
  await checkPage(page, 'a session with findings')
})

test('models: what is usable is told from what still learns; the picture switches to power', async ({ page }) => {
  await signIn(page, demo.url)
  await page.goto(`${demo.url}/admin/`)
  await page.getByRole('group', { name: '数据分析' }).getByRole('link', { name: '品牌型号' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '品牌型号' })).toBeVisible()
  await page.getByRole('textbox', { name: /搜索/ }).fill(`${model.brand} ${model.model}`)
  await expect(page.getByRole('table').getByRole('row')).toContainText(['', model.is_good ? /可用/ : /还需 \d+ 次充电|可用/])
  await page.getByRole('link', { name: `${model.brand} ${model.model}` }).first().click()
  await expect(page.getByRole('region', { name: '怎样得出' }).getByRole('listitem').first()).toContainText(/\d+ 次充电/)
  const power = page.getByRole('button', { name: '功率' })
  await power.click()
  await expect(power).toHaveAttribute('aria-pressed', 'true')
  await checkPage(page, 'a model')
})

test('batteries: the answer, a verdict narrows the list, a battery says what is missing or why', async ({ page }) => {
  await signIn(page, demo.url)
  await page.goto(`${demo.url}/admin/batteries`)
  await expect(page.locator('.page-head')).toContainText(/电池/)
  const few = page.getByRole('button', { name: /只看数据不足: \d+/ })
  await few.click()
  await expect(few).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/verdict=not_enough_data/)
  await few.click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^电池健康-.*\.csv$/)
  await page.goto(`${demo.url}/admin/batteries/${charge.student_number}`)
  await expect(page.getByRole('heading', { name: `学号 ${charge.student_number} 的电池` })).toBeVisible()
  await expect(page.getByRole('region', { name: /判断依据|还需要什么/ }).first()).toBeVisible()
  await checkPage(page, 'a battery')
})

test('a battery that ages: its history with what may come, why, and the way to a charge', async ({ page }) => {
  const aged = battery('likely_aged', charge.student_number)
  await page.route(`**/api/admin/batteries/${charge.student_number}`, route => route.fulfill({ json: aged }))
  await signIn(page, demo.url)
  await page.goto(`${demo.url}/admin/batteries/${charge.student_number}`)
  await expect(page.getByRole('heading', { name: '电池可能已经老化' })).toBeVisible()
  await expect(page.getByText('已低于 80%')).toBeVisible()
  await expect(page.getByRole('img', { name: /健康度随时间的变化/ })).toBeVisible()
  await expect(page.getByRole('region', { name: '最近的充电' }).getByRole('listitem')).toHaveCount(10)
  await checkPage(page, 'an aged battery')
})

for (const [size, viewport, scheme] of [['a phone', { width: 375, height: 812 }, 'dark'], ['a desk', { width: 1440, height: 900 }, 'light']] as const) {
  test(`a student's battery on ${size}: what is needed before it is known, then how it is and why`, async ({ browser }) => {
    const context = await browser.newContext({ viewport, colorScheme: scheme, timezoneId: 'Asia/Shanghai' })
    const page = await context.newPage()
    const [entry, address] = size === 'a phone' ? ['wechat', 'health'] : ['stu', 'battery']
    const student = { name: demo.student.number, password: demo.student.password }
    if (entry === 'wechat') await signInOnPhone(page, demo.url, student)
    else {
      await page.goto(`${demo.url}/stu/`)
      await signInAsStudent(page, student)
    }
    await page.goto(`${demo.url}/${entry}/${address}`)
    await expect(page.getByRole('heading', { name: '还不能判断电池的状况' })).toBeVisible()
    await expect(page.getByRole('region', { name: '还需要什么' }).getByRole('listitem').first()).toBeVisible()
    await checkPage(page, `a battery that is not known on ${size}`)
    for (const [verdict, heading, text] of [['good', '电池状况良好', '没有明显变化'], ['watch', '电池需要留意', /大约 \d+ 个月后/], ['likely_aged', '电池可能已经老化', '不要自行拆修']] as const) {
      await page.unrouteAll()
      await standInBattery(page, battery(verdict))
      await page.goto(`${demo.url}/${entry}/${address}`)
      await expect(page.getByRole('heading', { name: heading })).toBeVisible()
      await expect(page.locator('.health')).toContainText(text)
      await expect(page.locator('.health')).toContainText(/可能在 \d+%–\d+% 之间/)
      await expect(page.locator('.chart canvas')).toBeVisible()
      await checkPage(page, `a ${verdict} battery on ${size}`)
    }
    await context.close()
  })
}
