import { defineConfig } from '@playwright/test'
import base from './playwright.config'

// Pictures of every page, of a living demo campus: ./sems web screenshots
export default defineConfig({ ...base, testDir: 'pictures', projects: [{ name: 'pictures' }], workers: 1, timeout: 600_000, reporter: 'list' })
