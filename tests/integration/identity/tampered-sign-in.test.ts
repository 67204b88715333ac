import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestDatabase } from '#tests/support/database.ts'
import { Browser } from './browser.ts'
import { openIdentitySite } from './identity-site.ts'
import { choose, start, whoIs } from './walk-through.ts'

vi.hoisted(() => {
  process.env.PORT = '4372'
  process.env.HOST = '127.0.0.1'
})

const { db } = await openTestDatabase()
const ORIGIN = 'http://localhost:4372'

const dataDir = mkdtempSync(join(tmpdir(), 'identity-'))
let close: () => Promise<void>

beforeAll(async () => {
  close = await openIdentitySite(dataDir)
})
afterAll(async () => {
  await close()
  rmSync(dataDir, { recursive: true })
})

function changed(address: string, name: string, value: string): string {
  const url = new URL(address)
  url.searchParams.set(name, value)
  return url.href
}

describe('a sign-in that was tampered with signs nobody in', () => {
  const FAILED = '/sign-in?error=failed&to=%2Fbook'

  async function readyToReturn() {
    const browser = new Browser(ORIGIN)
    return { browser, back: await choose(browser, await start(browser), { persona: '0' }) }
  }

  test('wrong state', async () => {
    const { browser, back } = await readyToReturn()
    expect(await browser.follow(changed(back, 'state', 'another'))).toBe(FAILED)
    expect(await whoIs(browser)).toBeUndefined()
  })

  test('no state', async () => {
    const { browser, back } = await readyToReturn()
    const url = new URL(back)
    url.searchParams.delete('state')
    expect(await browser.follow(url.href)).toBe(FAILED)
  })

  test.each(['nonce', 'pkce', 'state'])('the %s of another attempt', async (cookie) => {
    const other = await readyToReturn()
    const { browser, back } = await readyToReturn()
    browser.put(`yd-${cookie}`, other.browser.valueOf(`yd-${cookie}`) ?? '')
    expect(await browser.follow(back)).toBe(FAILED)
    expect(await whoIs(browser)).toBeUndefined()
  })

  test.each(['nonce', 'pkce', 'state'])('a forged %s cookie', async (cookie) => {
    const { browser, back } = await readyToReturn()
    const value = browser.valueOf(`yd-${cookie}`) ?? ''
    browser.put(`yd-${cookie}`, `${value.slice(0, -6)}AAAAAA`)
    expect(await browser.follow(back)).toBe(FAILED)
    expect(await whoIs(browser)).toBeUndefined()
  })

  test('a code used a second time', async () => {
    const { browser, back } = await readyToReturn()
    const twin = browser.copy()
    expect(await browser.follow(back)).toBe(`${ORIGIN}/book`)
    expect(await twin.follow(back)).toBe(FAILED)
    expect(await whoIs(twin)).toBeUndefined()
  })

  test('the code of another attempt', async () => {
    const other = await readyToReturn()
    const { browser, back } = await readyToReturn()
    const code = new URL(other.back).searchParams.get('code') ?? ''
    expect(await browser.follow(changed(back, 'code', code))).toBe(FAILED)
  })

  test('another issuer', async () => {
    const { browser, back } = await readyToReturn()
    expect(await browser.follow(changed(back, 'iss', 'https://evil.example'))).toBe(FAILED)
  })

  test('the way back opened in another browser', async () => {
    const { back } = await readyToReturn()
    const victim = new Browser(ORIGIN)
    expect(await victim.follow(back)).toBe('/sign-in?error=expired&to=%2F')
    expect(await whoIs(victim)).toBeUndefined()
  })

  test('the demo page answered by a browser that did not open it', async () => {
    const page = await start(new Browser(ORIGIN))
    const stranger = new Browser(ORIGIN)
    expect(await stranger.follow(page, { persona: '0' })).toBe('/sign-in?error=expired')
  })

  test('a client that asks without PKCE, or for another address to return to', async () => {
    const browser = new Browser(ORIGIN)
    const authorize = new URL(await browser.follow('/sign-in/start', { to: '/' }))
    const elsewhere = changed(authorize.href, 'redirect_uri', 'https://evil.example/')
    expect(await browser.follow(elsewhere)).toBe('/sign-in?error=expired')
    authorize.searchParams.delete('code_challenge')
    authorize.searchParams.delete('code_challenge_method')
    expect(await browser.follow(authorize.href)).toContain('error=invalid_request')
  })

  test('none of these left a person or a session that is alive by itself', async () => {
    const sessions = await db.personSession.count()
    const { browser, back } = await readyToReturn()
    await browser.follow(changed(back, 'state', 'another'))
    expect(await db.personSession.count()).toBe(sessions)
  })
})
