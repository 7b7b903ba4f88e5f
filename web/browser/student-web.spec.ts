import { expect, test, type Page } from '@playwright/test'
import { Server } from './support/server'
import { Station } from './support/station'
import { jack } from './support/student'

// A student's way through the student web: from registering to the deletion of what is kept of them, with a real station.
const speed = 60
const newPassword = 'two wheels and a bell'
let server: Server
let station: Station
let page: Page
test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  server = await Server.start({ speed })
  station = new Station(server, '0001', speed)
  page = await browser.newPage()
})
test.afterAll(async () => {
  await page?.close()
  try {
    await station?.stop()
  } finally {
    await server?.dispose()
  }
})

const heading = (name: string | RegExp) => page.getByRole('heading', { name })
const idle = () => expect(heading('没有正在进行的充电')).toBeVisible()

async function signIn(name: string, password: string) {
  await page.getByLabel('用户名或学号').fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

async function signOut() {
  await page.getByRole('button', { name: `我的 ${jack.name}` }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(heading('学生登录')).toBeVisible()
}

test('a student registers: a card that is not theirs is refused in words beside the field', async () => {
  await page.goto(`${server.url}/stu/`)
  await page.getByRole('link', { name: '用学号和校园卡注册' }).click()
  await page.getByLabel('学号', { exact: true }).fill(jack.number)
  await page.getByLabel('卡号').fill('not-the-card')
  await page.getByLabel('用户名').fill(jack.name)
  const password = page.getByLabel('密码', { exact: true })
  await password.fill('short')
  await expect(page.getByRole('alert')).toContainText('密码须为 10 到 128 个字符')
  await password.fill(jack.password)
  await page.getByLabel('再次输入密码').fill(jack.password)
  await page.getByRole('button', { name: '注册并登录' }).click()
  await expect(page.getByRole('alert')).toContainText('学号与卡号不符')
  await expect(page.getByLabel('卡号')).toHaveAttribute('aria-invalid', 'true')

  await page.getByLabel('卡号').fill(jack.card)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: '注册并登录' }).click()
  await idle()
  await expect(page).toHaveURL(`${server.url}/stu/`)
})

test('signed out and in again, at the page that was asked for', async () => {
  await signOut()
  await page.goto(`${server.url}/stu/bills`)
  await signIn(jack.name, 'not my password')
  await expect(page.locator('form').getByRole('alert')).toContainText('用户名、学号或密码不对')
  await signIn(jack.number, jack.password)
  await expect(heading('账单')).toBeVisible()
})

test('the vehicle is told, and kept', async () => {
  await page.goto(`${server.url}/stu/profile`)
  await page.getByLabel('品牌').fill('雅迪')
  await page.getByLabel('额定电压').fill('-48')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('button', { name: '保存' })).toBeDisabled()
  await page.getByLabel('额定电压').fill('48')
  await page.getByLabel('额定容量').fill('20')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('品牌')).toHaveValue('雅迪')
  await expect(page.getByLabel('额定容量')).toHaveValue('20')
})

test('a charge by card appears live, with what was left as the base of its percentage', async () => {
  await page.goto(`${server.url}/stu/`)
  await idle()
  expect(await station.start(jack.card, '0001', 2)).toEqual({ result: 1 })
  await expect(heading('东门 1 号')).toBeVisible()
  await expect(page.getByText('440 W')).toBeVisible()
  await page.getByRole('button', { name: '填写' }).click()
  const dialog = page.getByRole('dialog', { name: '开始充电时的剩余电量' })
  await dialog.getByRole('slider').fill('30')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('您填写的剩余电量：30%')).toBeVisible()
  await expect(page.getByRole('img', { name: /电池电量 [34]\d%/ })).toBeVisible()
  await expect(page.getByText('按您填写的剩余电量和电池容量估算')).toBeVisible()
})

test('my socket is switched off and on: asked once, and told when the station obeyed', async () => {
  const zone = page.getByRole('region', { name: '控制 东门 1 号' })
  for (const [button, done, level] of [['开闸断电', '电表已开闸，已停止供电', '0'], ['合闸充电', '电表已合闸，正在供电', '1']] as const) {
    await zone.getByRole('button', { name: button }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('东门 1 号')
    await dialog.getByRole('button', { name: button }).click()
    await expect(zone.getByRole('status')).toContainText(done)
    expect(station.level('0001')).toBe(level)
  }
})

test('the curve of a running charge is there, and nobody else may see it', async ({ browser }) => {
  await page.getByRole('link', { name: '查看充电曲线' }).click()
  await expect(page.locator('.chart canvas').first()).toBeVisible()
  const stranger = await browser.newPage()
  await stranger.goto(page.url())
  await expect(stranger.getByRole('heading', { name: '学生登录' })).toBeVisible()
  await stranger.close()
})

test('taken off, the bill is shown, with the money of the ledger', async () => {
  await page.goto(`${server.url}/stu/`)
  await expect(heading('东门 1 号')).toBeVisible()
  expect(await station.end('0001')).toEqual({ result: 1 })
  await idle()
  const [kept] = (await server.json<{ items: { charge_id: number; fen: number; status: string }[] }>('/bills?pageSize=1')).items
  const money = `¥${(kept!.fen / 100).toFixed(2)}`
  await page.getByRole('link', { name: /1 笔账单未支付/ }).click()
  await expect(heading('账单')).toBeVisible()
  await expect(page.getByRole('cell', { name: money }).first()).toBeVisible()
  await page.getByRole('link', { name: '东门' }).click()
  await expect(heading(`账单 #${kept!.charge_id}`)).toBeVisible()
  await expect(page.getByText('请携带校园卡到校园充电管理处支付')).toBeVisible()
  const parts = await page.locator('tbody td:last-child').allInnerTexts()
  expect(parts.reduce((sum, text) => sum + Math.round(Number(text.replace('¥', '')) * 100), 0)).toBe(kept!.fen)
})

test('the password is changed: the old one no longer opens', async () => {
  await page.goto(`${server.url}/stu/profile`)
  await page.getByLabel('当前密码').fill(jack.password)
  await page.getByLabel('新密码', { exact: true }).fill(newPassword)
  await page.getByLabel('再次输入新密码').fill(newPassword)
  await page.getByRole('button', { name: '更改密码' }).click()
  await expect(page.getByText('密码已更改')).toBeVisible()
  await signOut()
  await signIn(jack.name, jack.password)
  await expect(page.locator('form').getByRole('alert')).toContainText('用户名、学号或密码不对')
  await signIn(jack.name, newPassword)
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
})

test('what is kept of me is deleted once nothing is owed: signed out, and nobody signs in again', async () => {
  const erase = async () => {
    await page.getByRole('dialog').getByLabel('密码').fill(newPassword)
    await page.getByRole('button', { name: '确认删除' }).click()
  }
  await page.goto(`${server.url}/stu/profile`)
  await page.getByRole('button', { name: '删除我的数据' }).click()
  await page.getByRole('dialog').getByText('我知道此操作不能撤销').click()
  await erase()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('支付')

  const [bill] = (await server.json<{ items: { charge_id: number }[] }>('/bills?pageSize=1')).items
  expect((await server.script(`/bills/${bill!.charge_id}/pay`, 'POST', { reason: null })).status).toBe(200)
  await erase()
  await expect(heading('学生登录')).toBeVisible()
  await signIn(jack.name, newPassword)
  await expect(page.locator('form').getByRole('alert')).toContainText('用户名、学号或密码不对')
})
