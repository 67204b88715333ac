import type { Page } from '@playwright/test'
import type { Somebody } from './sign-in.ts'

/** On the sign-in page: agrees, goes to the demo identity service and types there who she or he is. */
export async function signInByHand(page: Page, somebody: Somebody): Promise<void> {
  await page.waitForURL('**/sign-in?**')
  await page.locator('form[action="/sign-in/start"] button[type=submit]').click()
  await page.waitForURL('**/demo-identity/choose/**')
  await page.locator('#name').fill(somebody.name)
  await page.locator('#documentType').selectOption(somebody.documentType)
  await page.locator('#documentNumber').fill(somebody.documentNumber)
  await page.locator('#phone').fill(somebody.phone)
  await page.locator('form:has(#name) button[type=submit]').click()
}
