import type { Page } from '@playwright/test'
import { type JourneyStep, suitabilityQuestions } from '#lib/domain/journey.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'
import type { TestOffice } from './plant-test-office.ts'

/** What somebody wants to book who has signed in already. */
export interface JourneyWish {
  readonly service?: Service
  readonly office: TestOffice
  /** Which of the times of the office's first day; the first one unless told. */
  readonly slot?: number
  readonly partner: PartyFacts
}

/** Goes the way of a booking, question by question, until a step is on the screen. */
export async function goTo(page: Page, until: JourneyStep, wish: JourneyWish): Promise<void> {
  const { service = 'MARRIAGE', office } = wish
  await page.goto(`/book/start?service=${SERVICE_FACTS[service].slug}&office=${office.officeId}`)
  for (const [step, answer] of WAY) {
    if (step === until) break
    await answer(page, wish)
  }
  await page.waitForURL(new RegExp(`/book/${until}`))
}

/** Goes the whole way and sends the answers; returns the code of the appointment. */
export async function book(page: Page, wish: JourneyWish): Promise<string> {
  await goTo(page, 'answers', wish)
  await send(page)
  return codeOf(page)
}

/** Presses the button that ends a question. */
export async function send(page: Page): Promise<void> {
  await page.locator('main form button[type=submit]').last().click()
}

/** Answers a question by one of its radio buttons. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`input[name="${name}"][value="${value}"]`).check()
  await send(page)
}

/** Types what is asked of the second person. */
export async function typePartner(
  page: Page,
  partner: Pick<PartyFacts, 'name' | 'documentNumber' | 'phone'>,
): Promise<void> {
  await page.locator('#name').fill(partner.name)
  await page.locator('#documentNumber').fill(partner.documentNumber)
  await page.locator('#phone').fill(partner.phone)
}

/** The code of the appointment on the screen, from its address. */
export async function codeOf(page: Page): Promise<string> {
  await page.waitForURL(/\/appointment\/[0-9A-Z]{10}$/)
  return page.url().slice(-10)
}

/** The slots of the office's first day, in their order. */
export function firstDay({ slots, days }: TestOffice): TestOffice['slots'] {
  return slots.filter(({ date }) => date === days[0])
}

type Answer = (page: Page, wish: JourneyWish) => Promise<void>

/** The questions in their order, without those that the link to the office answers. */
const WAY: readonly (readonly [JourneyStep, Answer])[] = [
  [
    'check',
    async (page, { service = 'MARRIAGE' }) => {
      for (const question of suitabilityQuestions(service)) {
        await page.waitForURL(`**/book/check/${question.id}`)
        await choose(page, 'answer', question.pass)
      }
    },
  ],
  [
    'date',
    async (page, { office }) => {
      await page.waitForURL('**/book/date')
      await choose(page, 'date', office.days[0] ?? '')
    },
  ],
  [
    'time',
    async (page, { office, slot = 0 }) => {
      await page.waitForURL('**/book/time')
      await choose(page, 'slot', String(firstDay(office)[slot]?.id))
    },
  ],
  [
    'you',
    async (page) => {
      await page.waitForURL('**/book/you')
      await send(page)
    },
  ],
  [
    'partner',
    async (page, { service = 'MARRIAGE', partner }) => {
      if (SERVICE_FACTS[service].parties === 1) return
      await page.waitForURL('**/book/partner/kind')
      await choose(page, 'partyType', partner.partyType)
      await page.waitForURL('**/book/partner')
      await typePartner(page, partner)
      await send(page)
    },
  ],
]
