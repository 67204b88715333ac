import type { Page } from '@playwright/test'
import { type JourneyStep, suitabilityQuestions } from '#lib/domain/journey.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'
import { answerForm } from './answer-form.ts'
import type { TestOffice } from './plant-test-office.ts'

/** What somebody wants to book who has signed in already. */
export interface JourneyWish {
  readonly service?: Service
  readonly office: TestOffice
  /** Which of the times of the office's first day; the first one unless told. */
  readonly slot?: number
  readonly partner: PartyFacts
}

/**
 * Goes the way of a booking, question by question, until a step is on the screen. The pages before it are answered
 * without being drawn; where those are the matter there is `walkTo`.
 */
export async function goTo(page: Page, until: JourneyStep, wish: JourneyWish): Promise<void> {
  const { request } = page
  let at = await request.get(startOf(wish))
  for (const answers of answersUntil(until, wish)) at = await answerForm(request, at, answers)
  await page.goto(at.url())
  await page.waitForURL(new RegExp(`/book/${until}`))
}

/** Goes the same way by hand, page by page, so that all of them lie in the history of the phone. */
export async function walkTo(page: Page, until: JourneyStep, wish: JourneyWish): Promise<void> {
  await page.goto(startOf(wish))
  for (const answers of answersUntil(until, wish)) {
    const before = page.url()
    for (const [name, value] of Object.entries(answers)) {
      const choice = page.locator(`input[type=radio][name="${name}"][value="${value}"]`)
      if ((await choice.count()) > 0) await choice.check()
      else await page.locator(`#${name}`).fill(value)
    }
    await send(page)
    await page.waitForURL((url) => url.href !== before)
  }
  await page.waitForURL(new RegExp(`/book/${until}`))
}

/** Goes the whole way and sends the answers; returns the code of the appointment. */
export async function book(page: Page, wish: JourneyWish): Promise<string> {
  await goTo(page, 'answers', wish)
  await send(page)
  return codeOf(page)
}

/** Presses the button that ends a question; how the page is shown is no answer to it. */
export async function send(page: Page): Promise<void> {
  await page.locator('main form:not([action="/preferences"]) button[type=submit]').last().click()
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

function startOf({ service = 'MARRIAGE', office }: JourneyWish): string {
  return `/book/start?service=${SERVICE_FACTS[service].slug}&office=${office.officeId}`
}

type Answers = Readonly<Record<string, string>>

/** What is answered on the pages before a step, in their order; the link to the office answers where and for what. */
function answersUntil(until: JourneyStep, wish: JourneyWish): readonly Answers[] {
  const { service = 'MARRIAGE', office, slot = 0, partner } = wish
  const { partyType, name, documentNumber, phone } = partner
  const way: readonly (readonly [JourneyStep, readonly Answers[]])[] = [
    ['check', suitabilityQuestions(service).map(({ pass }) => ({ answer: pass }))],
    ['date', [{ date: office.days[0] ?? '' }]],
    ['time', [{ slot: String(firstDay(office)[slot]?.id) }]],
    ['you', [{}]],
    ['partner', SERVICE_FACTS[service].parties === 1 ? [] : [{ partyType }, { name, documentNumber, phone }]],
  ]
  const end = way.findIndex(([step]) => step === until)
  return way.slice(0, end < 0 ? way.length : end).flatMap(([, answers]) => answers)
}
