import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const chromium = process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

const measured = ['many.spec.ts', 'phone-weight.spec.ts']

// Each file starts servers and campuses of its own, on ports of their own, and stops them.
export default defineConfig({
  testDir: 'browser',
  outputDir: '../.sems/browser',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // What is measured is measured alone.
  projects: [
    { name: 'pages', testIgnore: measured },
    { name: 'phone', testMatch: ['control.spec.ts', 'money.spec.ts', 'students.spec.ts', 'outage.spec.ts'], use: { viewport: { width: 375, height: 812 } } },
    { name: 'speed', testMatch: measured, dependencies: ['pages', 'phone'] },
  ],
  forbidOnly: !!process.env['CI'],
  reporter: [['list'], ['json', { outputFile: '../.sems/browser.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: ['--no-sandbox'] },
  },
})
