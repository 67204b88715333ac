import type { Page } from '@playwright/test'
import { send } from './journey.ts'

/** Types a contact that is not kept yet: what was typed stays in this browser. */
export async function typeContact(page: Page, isWrong: boolean): Promise<void> {
  await page.goto('/contact')
  await page.locator('input[name=medium][value=email]').check()
  await page.locator('#address').fill(isWrong ? 'nowhere' : `somebody-${Date.now()}@example.com`)
  if (isWrong) await page.locator('#callFrom').fill('14:00')
  await send(page)
  await page.waitForURL(isWrong ? '**/contact?wrong=1' : '**/contact/code?**')
}
