import { expect, type Page } from '@playwright/test'
import type { Server } from './server'

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
export async function signInOnPhone(page: Page, url: string, student: { name: string; password: string } = jack) {
  await page.goto(`${url}/wechat/sign-in`)
  await page.locator('input[name=username]').fill(student.name)
  await page.locator('input[name=password]').fill(student.password)
  await page.locator('button[type=submit]').click()
  await expect(page.locator('nav .van-tabbar')).toBeVisible()
}

/** Signs in by the student web, at the address the page is at. */
export async function signInAsStudent(page: Page, student: { name: string; password: string } = jack) {
  await page.locator('input[name=username]').fill(student.name)
  await page.locator('input[name=password]').fill(student.password)
  await page.locator('button[type=submit]').click()
  await expect(page.locator('#content')).toBeVisible()
}

type Station = Pick<Server, 'service'>

/** A socket that a card is swiped at, in small steps of the protocol. */
export class Bike {
  private kwh = 10
  constructor(private readonly station: Station, private readonly card: string, private readonly group: string, private readonly ammeter: string) {}

  private get socket() {
    return { ammeterGroup_number: this.group, ammeter_number: this.ammeter }
  }

  async start() {
    const reply = await this.station.service('start', { card_number: this.card, ...this.socket })
    if (reply['result'] !== 1) throw new Error(`start: ${JSON.stringify(reply)}`)
  }

  /** Samples 10 s apart up to now, of so many A. */
  async sample(count: number, current: number) {
    const now = Date.now() / 1000
    for (let step = count - 1; step >= 0; step--) {
      this.kwh += (current * 220 * 10) / 3_600_000
      const reply = await this.station.service('charge', { ...this.socket, current_value: current, voltage_value: 220, energy_value: this.kwh, time: now - step * 10 })
      if (reply['result'] !== 1) throw new Error(`charge: ${JSON.stringify(reply)}`)
    }
  }

  end = () => this.station.service('end', { card_number: this.card, ...this.socket })

  /** The station asks what its meters are to do. */
  poll = () => this.station.service('AmmeterControl', { ammeterGroup_number: this.group })
}
