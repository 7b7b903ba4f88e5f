import { expect, type Page } from '@playwright/test'

/** A student of the small campus, and the password they choose. */
export const jack = { number: '1030412535', card: '5sdf87e4', name: 'jack', password: 'a bicycle in the rain' }

interface Session {
  antiforgery: string
}

const cookieOf = (reply: Response, before = '') => [...reply.headers.getSetCookie().map(cookie => cookie.split(';')[0]!), ...(before ? [before] : [])].join('; ')

/** Registers a student as the page does, without one. */
export async function register(url: string, student = jack) {
  const first = await fetch(`${url}/api/student/session`)
  const { antiforgery } = (await first.json()) as Session
  const reply = await fetch(`${url}/api/student/register`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'X-SEMS-Antiforgery': antiforgery, Cookie: cookieOf(first) },
    body: JSON.stringify({ student_number: student.number, card_number: student.card, user_name: student.name, password: student.password }),
  })
  if (!reply.ok) throw new Error(`register: ${reply.status} ${await reply.text()}`)
}

/** Signs in by the phone page, and waits for what it shows first. */
export async function signInOnPhone(page: Page, url: string, student = jack) {
  await page.goto(`${url}/wechat/sign-in`)
  await page.locator('input[name=username]').fill(student.name)
  await page.locator('input[name=password]').fill(student.password)
  await page.locator('button[type=submit]').click()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
}
