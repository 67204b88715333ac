import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { shareDemoDesk } from '#lib/identity/share-demo-desk.ts'
import { DEMO_PEOPLE } from '#prisma/seed/demo-people.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { Browser } from './browser.ts'
import { openIdentitySite } from './identity-site.ts'
import { choose, start, whoIs } from './walk-through.ts'

vi.hoisted(() => {
  process.env.PORT = '4371'
  process.env.HOST = '127.0.0.1'
})

await openTestDatabase()
const ORIGIN = 'http://localhost:4371'
const FREE = {
  name: '欧阳示例',
  documentType: 'TAIWAN_RESIDENCE_PERMIT',
  documentNumber: '830000190001010011',
  phone: '13800000000',
}

const dataDir = mkdtempSync(join(tmpdir(), 'identity-'))
let close: () => Promise<void>

beforeAll(async () => {
  close = await openIdentitySite(dataDir)
})
afterAll(async () => {
  await close()
  rmSync(dataDir, { recursive: true })
})

describe('signing in', () => {
  test('as a persona brings one back where one wanted to go, known by name', async () => {
    const browser = new Browser(ORIGIN)
    const back = await choose(browser, await start(browser, '/book?step=2'), { persona: '2' })
    expect(await browser.follow(back)).toBe(`${ORIGIN}/book?step=2`)
    const { name, documentType, documentNumber, phone } = DEMO_PEOPLE[2] ?? {}
    expect((await whoIs(browser))?.identity).toEqual({ name, documentType, documentNumber, phone })
  })

  test('as somebody made up works for the numbers that our rules pass', async () => {
    const browser = new Browser(ORIGIN)
    await browser.follow(await choose(browser, await start(browser), FREE))
    expect((await whoIs(browser))?.identity).toEqual(FREE)
  })

  test('with faults in the form keeps what was typed and names each fault; then it goes on', async () => {
    const browser = new Browser(ORIGIN)
    const page = await start(browser)
    const typed = { ...FREE, name: '张3', documentNumber: '830000190001010012', phone: '12' }
    expect(await browser.follow(page, typed)).toBe(page)
    expect(shareDemoDesk().attempts.get(page.split('/').at(-1) ?? '')).toEqual({
      values: typed,
      errors: [
        { path: 'name', reason: 'format' },
        { path: 'documentNumber', reason: 'check-digit' },
        { path: 'phone', reason: 'format' },
      ],
    })
    await browser.follow(await choose(browser, page, FREE))
    expect((await whoIs(browser))?.identity.name).toBe(FREE.name)
  })

  test('again as the same person is the same person; the session before is over', async () => {
    const browser = new Browser(ORIGIN)
    await browser.follow(await choose(browser, await start(browser), FREE))
    const before = browser.copy()
    const first = await whoIs(browser)
    await browser.follow(await choose(browser, await start(browser), { ...FREE, phone: '13900000000' }))
    const second = await whoIs(browser)
    expect(second?.personId).toBe(first?.personId)
    expect(second?.identity.phone).toBe('13900000000')
    expect(await whoIs(before)).toBeUndefined()
  })

  test('on a phone that somebody else used asks anew and needs no script', async () => {
    const browser = new Browser(ORIGIN)
    await browser.follow(await choose(browser, await start(browser), { persona: '0' }))
    const page = await start(browser)
    expect(page).toMatch(/^\/demo-identity\/choose\//)
    const resumed = await browser.open(await browser.follow(page, { persona: '1' }))
    expect(resumed.status).toBe(303)
    await browser.follow(resumed.headers.get('location') ?? '')
    expect((await whoIs(browser))?.identity.name).toBe(DEMO_PEOPLE[1]?.name)
  })

  test('that is called off says so and signs nobody in', async () => {
    const browser = new Browser(ORIGIN)
    const back = await choose(browser, await start(browser), { cancel: 'yes' })
    expect(await browser.follow(back)).toBe('/sign-in?error=cancelled&to=%2Fbook')
    expect(await whoIs(browser)).toBeUndefined()
  })

  test('and out ends the session in the database, not only in the browser', async () => {
    const browser = new Browser(ORIGIN)
    await browser.follow(await choose(browser, await start(browser), { persona: '0' }))
    const stolen = browser.copy()
    const response = await browser.open('/sign-out', {})
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(browser.valueOf('yd-session')).toBeUndefined()
    expect(await whoIs(stolen)).toBeUndefined()
  })

  test('leaves nothing but the session id in the cookie', async () => {
    const browser = new Browser(ORIGIN)
    await browser.follow(await choose(browser, await start(browser), FREE))
    const token = browser.valueOf('yd-session') ?? ''
    const opened = await decode({ token, secret: process.env.SESSION_SECRET ?? '' })
    expect(Object.keys(opened ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'sid'])
  })
})

describe('the demo service', () => {
  test('signs with the same key and calls people the same after a restart', async () => {
    const keys = () => readFileSync(join(dataDir, 'demo-identity.json'), 'utf8')
    const browser = new Browser(ORIGIN)
    await browser.follow(await choose(browser, await start(browser), { persona: '3' }))
    const before = await whoIs(browser)
    const kept = keys()

    await close()
    close = await openIdentitySite(dataDir)

    expect(await whoIs(browser)).toMatchObject({ personId: before?.personId })
    await browser.follow(await choose(browser, await start(browser), { persona: '3' }))
    expect((await whoIs(browser))?.personId).toBe(before?.personId)
    expect(keys()).toBe(kept)
  })

  test('writes its addresses from the public one, whatever host it is asked under', async () => {
    const response = await fetch('http://127.0.0.1:4371/demo-identity/.well-known/openid-configuration', {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    })
    const { issuer, authorization_endpoint: authorize } = await response.json()
    expect({ issuer, authorize }).toEqual({
      issuer: `${ORIGIN}/demo-identity`,
      authorize: `${ORIGIN}/demo-identity/auth`,
    })
  })
})
