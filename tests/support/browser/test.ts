import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import type { Pool } from 'pg'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { syntheticPerson } from '#prisma/seed/factories/synthetic-person.ts'
import { type Hotline, openHotline } from './hotline.ts'
import { openDatabase } from './open-database.ts'
import { plantTestOffice, type TestOffice } from './plant-test-office.ts'
import { type Somebody, signIn } from './sign-in.ts'
import { type Watch, watchContext } from './watch-context.ts'

export interface PhoneWish extends BrowserContextOptions {
  readonly language?: Locale
  /** 长辈版: large text. */
  readonly elder?: boolean
  /** Signed in as this person from the start; who was signed in before comes back in the same session. */
  readonly as?: Somebody
}

export interface TestFixtures {
  /** A browser of its own on somebody's phone. */
  readonly openPhone: (wish?: PhoneWish) => Promise<Page>
  /** Somebody whom no other test knows. */
  readonly somebody: (wish?: Parameters<typeof syntheticPerson>[1]) => PartyFacts
  /** An office with free places that no other test uses. */
  readonly openOffice: (wish?: Omit<Parameters<typeof plantTestOffice>[1], 'id'>) => Promise<TestOffice>
  /** Books for people at once, where the way there is not the matter. */
  readonly hotline: Hotline
  readonly watch: Watch
}

const { BROWSER_TEST_DATA: dataDir = '' } = process.env

/** The browser tests' `test`: watches every page, and gives each test its own people, phones and offices. */
export const test = base.extend<TestFixtures, { readonly database: Pool }>({
  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed, here nothing
    async ({}, use) => {
      const watch: Watch = { faults: [], pending: [], expected: [] }
      await use(watch)
      await Promise.all(watch.pending)
      const faults = watch.faults.filter((fault) => !watch.expected.some((one) => one.test(fault)))
      base.expect(faults, 'what went wrong behind the back of the test').toEqual([])
    },
    { auto: true },
  ],
  context: async ({ context, watch }, use) => {
    await watchContext(context, watch)
    await use(context)
  },
  openPhone: async ({ browser, baseURL, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async ({ language, elder, as, ...options } = {}) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      await watchContext(context, watch)
      const choices = { ...(language && { 'yd-locale': language }), ...(elder && { 'yd-elder': 'on' }) }
      await context.addCookies(
        Object.entries(choices).map(([name, value]) => ({ name, value, url: baseURL ?? '' })),
      )
      if (as) await comeBack(context, as, baseURL ?? '')
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  somebody: async ({ browserName: _ }, use) => use((wish) => syntheticPerson(nextNumber(), wish)),
  openOffice: async ({ database }, use) =>
    use((wish) => plantTestOffice(database, { id: `browser-${nextNumber()}`, ...wish })),
  hotline: async ({ request }, use) => use(await openHotline(request, dataDir)),
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const database = await openDatabase(dataDir)
      await use(database)
      await database.end()
    },
    { scope: 'worker' },
  ],
})

export const { expect } = base

const sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>()

async function comeBack(context: BrowserContext, person: Somebody, origin: string): Promise<void> {
  const known = sessions.get(person.documentNumber)
  if (known) return context.addCookies(known)
  await signIn(context, person, origin)
  const cookies = await context.cookies()
  sessions.set(
    person.documentNumber,
    cookies.filter((cookie) => cookie.name === 'yd-session'),
  )
}

let made = 0

/** A number for something new: no two of a run are alike, whichever worker asks, and none is of the demo world. */
function nextNumber(): number {
  made += 1
  return 3_000_000 + base.info().workerIndex * 10_000 + made
}
