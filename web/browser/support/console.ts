import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { admin } from './server'

/** Signs in by the page. */
export async function signIn(page: Page, url: string, user = admin) {
  await page.goto(`${url}/admin/`)
  await page.locator('input[name=username]').fill(user.name)
  await page.locator('input[name=password]').fill(user.password)
  await page.locator('button[type=submit]').click()
  await expect(page.locator('#content')).toBeVisible()
}

/** Waits until what slides or fades in is there: half faded in, a text has not the contrast it is about to have. */
export async function settled(page: Page) {
  await page.waitForFunction(() => document.getAnimations().every(a => a.playState !== 'running' || a.effect?.getComputedTiming().iterations === Infinity))
}

/** Fails when the page shown has a serious fault of accessibility, or scrolls sideways. */
export async function checkPage(page: Page, what: string) {
  await settled(page)
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  const serious = found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
    .map(v => `${v.id}: ${v.help} (${v.nodes.map(n => n.target.join(' ')).slice(0, 3).join('; ')})`)
  expect.soft(serious, `${what}: accessibility`).toEqual([])
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${what}: scrolls sideways`).toBeLessThanOrEqual(1)
}
