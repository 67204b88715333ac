import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import type { Pool } from 'pg'
import type { DemoStaff } from '#lib/identity/list-demo-staff.ts'
import { expect } from './test.ts'

const { BROWSER_TEST_DATA: dataDir = '' } = process.env

/** Somebody who works in the demo world; each test takes people whom no other test takes. */
export async function staffOf(username: string): Promise<DemoStaff> {
  const { staff } = JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')) as { staff: DemoStaff[] }
  const found = staff.find((one) => one.username === username)
  if (!found) throw new Error(`nobody is called ${username}`)
  return found
}

/** A code that was not used yet: waiting for the next one takes half a minute, so the last use is forgotten. */
export async function freshCode(database: Pool, { username, totpSecret }: DemoStaff): Promise<string> {
  await database.query('UPDATE staff SET totp_last_step = NULL WHERE username = $1', [username])
  return new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate()
}

/** Signs in as a person would, with both factors, and takes up a post without a window. */
export async function goToWork(page: Page, database: Pool, username: string): Promise<DemoStaff> {
  const member = await staffOf(username)
  await page.goto('/desk')
  await expect(page).toHaveURL(/\/desk\/sign-in\?to=%2Fdesk$/)
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(member.password)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL(/\/desk\/sign-in\/code/)
  await page.locator('#code').fill(await freshCode(database, member))
  await page.locator('main button[type=submit]').click()
  await page.waitForURL(/\/desk\/post/)
  if (member.officeId) await page.locator('#post').selectOption(member.officeId)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL(/\/desk$/)
  return member
}
