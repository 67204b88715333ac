import type { Locator, Page } from '@playwright/test'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { checkDigitOf } from '#lib/domain/identity-number.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { dayText } from '#lib/format/dates.ts'
import { translator } from '#lib/i18n/translator.ts'
import { choose, codeOf, firstDay, goTo, send, typePartner } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const ask = translator('zh-CN', 'journey')
const refuse = translator('zh-CN', 'refusals')

test.describe('a number that cannot be', () => {
  const cases = [
    { what: 'a wrong check digit', reason: 'check-digit', spoil: withOtherCheckDigit },
    { what: 'a birthday on 30 February', reason: 'birthdate', spoil: bornOn('19980230') },
    { what: 'a birthday to come', reason: 'birthdate-future', spoil: bornOn('20990101') },
    {
      what: 'a region that does not exist',
      reason: 'region',
      spoil: (number: string) => withCheckDigit(`77${number.slice(2, 17)}`),
    },
    { what: 'one digit missing', reason: 'length', spoil: (number: string) => number.slice(1) },
  ]
  test('is told beside the field, with all that was typed still there', async ({
    openPhone,
    openOffice,
    somebody,
  }) => {
    const partner = somebody({ sex: 'F' })
    const page = await openPhone({ as: somebody({ sex: 'M' }) })
    await goTo(page, 'partner', { office: await openOffice(), partner })
    await choose(page, 'partyType', 'MAINLAND')
    await page.waitForURL('**/book/partner')
    for (const { what, reason, spoil } of cases) {
      await test.step(what, async () => {
        const wrong = { ...partner, documentNumber: spoil(partner.documentNumber) }
        await typePartner(page, wrong)
        await send(page)
        await expect(page.locator('#documentNumber-error')).toContainText(refuse(`field.${reason}`))
        await expectTyped(page, wrong)
        await expect(page).toHaveTitle(/^错误：/)
      })
    }
    const summary = page.getByRole('alert').filter({ has: page.getByRole('link') })
    await expect(summary).toBeFocused()
    await summary.getByRole('link').click()
    await expect(page.locator('#documentNumber')).toBeFocused()
    await typePartner(page, partner)
    await send(page)
    await page.waitForURL('**/book/answers')
  })
})

test('oneself is not taken for the partner', async ({ openPhone, openOffice, somebody }) => {
  const one = somebody({ sex: 'M' })
  const page = await openPhone({ as: one })
  await goTo(page, 'partner', { office: await openOffice(), partner: one })
  await choose(page, 'partyType', 'MAINLAND')
  await page.waitForURL('**/book/partner')
  await typePartner(page, one)
  await send(page)
  await expect(page.locator('#documentNumber-error')).toContainText(refuse('field.same-person'))
  await expectTyped(page, one)
})

test('who is too young is told from which day on', async ({ openPhone, openOffice, somebody }) => {
  const twenty = addDays(shanghaiToday(new Date()), 100)
  const birthDate = calendarDate(`${Number(twenty.slice(0, 4)) - 20}${twenty.slice(4)}`)
  const partner = somebody({ sex: 'F', birthDate })
  const page = await openPhone({ as: somebody({ sex: 'M' }) })
  await goTo(page, 'answers', { office: await openOffice(), partner })
  await send(page)
  const notice = alertWith(page, refuse('not-eligible.title'))
  await expect(notice).toContainText(
    refuse('field.female-under-20', { earliestOn: dayText('zh-CN', twenty, 'plain') }),
  )
  await page.goto('/book/partner')
  await expectTyped(page, partner)
})

test('a time that is just gone leaves all answers and asks for another one', async ({
  openPhone,
  openOffice,
  somebody,
  database,
}) => {
  const office = await openOffice()
  const partner = somebody({ sex: 'F' })
  const page = await openPhone({ as: somebody({ sex: 'M' }) })
  await goTo(page, 'answers', { office, partner })
  await page.goto('/book/time')
  const [, gone, free] = firstDay(office).map(({ id }) => String(id))
  await page.locator(`input[name=slot][value="${gone}"]`).check()
  await database.query('UPDATE slot SET taken = capacity, public_taken = public_capacity WHERE id = $1', [
    gone,
  ])
  await send(page)
  await expect(alertWith(page, refuse('slot-full.title'))).toBeVisible()
  await choose(page, 'slot', free ?? '')
  await page.waitForURL('**/book/answers')
  await expect(page.getByRole('main')).toContainText(partner.name)
  await send(page)
  await codeOf(page)
})

test.describe('when the minutes of a held time are over', () => {
  test('another time is asked for and nothing has to be typed again', async ({
    openPhone,
    openOffice,
    somebody,
    database,
  }) => {
    const office = await openOffice()
    const partner = somebody({ sex: 'F' })
    const page = await openPhone({ as: somebody({ sex: 'M' }) })
    await goTo(page, 'answers', { office, partner })
    await letHoldsRunOut()
    await page.reload()
    await expect(alertWith(page, ask('hold.expiredTitle'))).toBeVisible()
    await page.goto('/book/partner')
    await expect(page).toHaveURL(/\/book\/time/)
    await choose(page, 'slot', String(firstDay(office)[1]?.id))
    await page.waitForURL('**/book/answers')
    await expect(page.getByRole('main')).toContainText(partner.name)

    async function letHoldsRunOut(): Promise<void> {
      await database.query(
        `UPDATE slot_hold SET expires_at = now() - interval '1 minute' WHERE office_id = $1`,
        [office.officeId],
      )
    }
  })

  test('and somebody else took the seat, the last button says so and keeps the answers', async ({
    openPhone,
    openOffice,
    somebody,
    database,
    hotline,
  }) => {
    const office = await openOffice({ capacity: 1 })
    const partner = somebody({ sex: 'F' })
    const page = await openPhone({ as: somebody({ sex: 'M' }) })
    await goTo(page, 'answers', { office, partner })
    await database.query(
      `UPDATE slot_hold SET expires_at = now() - interval '1 minute' WHERE office_id = $1`,
      [office.officeId],
    )
    const [first, second] = firstDay(office)
    await hotline.book({ slotId: first?.id ?? 0, parties: [somebody({ sex: 'M' }), somebody({ sex: 'F' })] })
    await send(page)
    await page.waitForURL(/\/book\/time\?(expired|refused)/)
    await choose(page, 'slot', String(second?.id))
    await page.waitForURL('**/book/answers')
    await expect(page.getByRole('main')).toContainText(partner.name)
  })
})

test('a foreign partner is told at once that this office may not act', async ({
  openPhone,
  openOffice,
  somebody,
}) => {
  const page = await openPhone({ as: somebody() })
  await goTo(page, 'partner', { office: await openOffice(), partner: somebody() })
  await choose(page, 'partyType', 'FOREIGN')
  await page.waitForURL('**/book/partner/kind?cannot=FOREIGN')
  await expect(page.locator('#partyType-error')).toContainText(
    ask('partner.cannot', { party: ask('parties.FOREIGN') }),
  )
})

test('a second appointment for the same thing is refused in words', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
}) => {
  const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const office = await openOffice()
  await hotline.book({ slotId: firstDay(office)[3]?.id ?? 0, parties })
  const page = await openPhone({ as: parties[0] })
  await goTo(page, 'answers', { office, partner: parties[1] })
  await send(page)
  await expect(alertWith(page, refuse('already-booked.title'))).toBeVisible()
  await expect(page.getByRole('main')).toContainText(parties[1].name)
})

test('a question without an answer is asked again, not skipped', async ({
  openPhone,
  openOffice,
  somebody,
}) => {
  const office = await openOffice()
  const page = await openPhone({ as: somebody() })
  await page.goto('/book/service')
  await send(page)
  await expect(page.locator('#service-error')).toContainText(ask('service.missing'))
  await page.goto(`/book/start?service=marriage&office=${office.officeId}`)
  await send(page)
  await expect(page.locator('#answer-error')).toContainText(ask('check.missing'))
  await choose(page, 'answer', 'yes')
  await page.waitForURL('**/book/check/close-kin')
  await choose(page, 'answer', 'no')
  await page.waitForURL('**/book/date')
  await send(page)
  await expect(page.locator('#date-error')).toContainText(ask('date.missing'))
  await choose(page, 'date', office.days[0] ?? '')
  await page.waitForURL('**/book/time')
  await send(page)
  await expect(page.locator('#slot-error')).toContainText(ask('time.missing'))
  for (const step of ['you', 'partner', 'answers']) {
    await page.goto(`/book/${step}`)
    await expect(page).toHaveURL(/\/book\/time$/)
  }
})

function alertWith(page: Page, text: string): Locator {
  return page.getByRole('main').getByRole('alert').filter({ hasText: text })
}

async function expectTyped(page: Page, partner: PartyFacts): Promise<void> {
  await expect(page.locator('#name')).toHaveValue(partner.name)
  await expect(page.locator('#documentNumber')).toHaveValue(partner.documentNumber)
  await expect(page.locator('#phone')).toHaveValue(partner.phone)
}

function withOtherCheckDigit(number: string): string {
  return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1')
}

function bornOn(date: string): (number: string) => string {
  return (number) => withCheckDigit(number.slice(0, 6) + date + number.slice(14, 17))
}

function withCheckDigit(digits: string): string {
  return digits + checkDigitOf(digits)
}
