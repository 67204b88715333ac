import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { translator } from '#lib/i18n/translator.ts'
import { book, choose, codeOf, firstDay, goTo, send, typePartner } from '#tests/support/browser/journey.ts'
import { signInByHand } from '#tests/support/browser/sign-in-by-hand.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'appointment')
const own = translator('zh-CN', 'mine')

test.describe('a couple', () => {
  test('books a marriage on two phones, from the region to the ticket', async ({ openPhone, somebody }) => {
    const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
    await bookTogether(await openPhone(), await openPhone(), { one, other, county: '510107' })
  })

  test('books a marriage on two phones without JavaScript', async ({ openPhone, somebody }) => {
    const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
    const plain = { javaScriptEnabled: false }
    await bookTogether(await openPhone(plain), await openPhone(plain), { one, other, county: '510114' })
  })

  test('can ask for more time before the seat goes back', async ({ openPhone, openOffice, somebody }) => {
    const office = await openOffice()
    const page = await openPhone({ as: somebody() })
    await goTo(page, 'you', { office, partner: somebody() })
    const more = page.getByRole('button', {
      name: translator('zh-CN', 'journey')('hold.more', { minutes: 10 }),
    })
    for (let times = 0; times < 3; times += 1) {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await more.click()
      await answered
    }
    await expect(page.getByText(translator('zh-CN', 'journey')('hold.noMore'))).toBeVisible()
    expect(page.url()).toMatch(/\/book\/you$/)
  })

  test('voids a partner code that went astray', async ({ openPhone, openOffice, somebody, hotline }) => {
    const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
    const office = await openOffice()
    const { code, partnerCode = '' } = await hotline.book({ slotId: firstDay(office)[0]?.id ?? 0, parties })
    const page = await openPhone({ as: parties[0] })
    await page.goto(`/appointment/${code}`)
    const old = await linkOn(page)
    expect(old).toContain(partnerCode)
    await page.getByRole('button', { name: say('partner.renew') }).click()
    await expect(page.getByRole('status').filter({ hasText: say('partner.renewed') })).toBeVisible()
    expect(await linkOn(page)).not.toBe(old)
    const partner = await openPhone({ as: parties[1] })
    await partner.goto(`/agree/${code}?confirm=${partnerCode}`)
    await partner.getByRole('button', { name: say('agree.yes') }).click()
    await expect(partner.getByRole('alert').filter({ hasText: refusal('field.wrong-code') })).toBeVisible()
    await partner.goto(await linkOn(page))
    await send(partner)
    await partner.getByRole('button', { name: say('agree.yes') }).click()
    await expect(partner.getByRole('heading', { name: say('heading.confirmed') })).toBeVisible()
  })

  test('gives the seat back by cancelling, once and for both', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    database,
  }) => {
    const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
    const office = await openOffice()
    const slotId = firstDay(office)[0]?.id ?? 0
    const { code } = await hotline.book({ slotId, parties })
    const page = await openPhone({ as: parties[0] })
    await page.goto(`/appointment/${code}`)
    await page.getByRole('link', { name: say('cancel.open') }).click()
    await page.getByRole('button', { name: say('cancel.submit') }).click()
    await expect(page.getByRole('heading', { name: say('heading.cancelled') })).toBeVisible()
    const { rows } = await database.query('SELECT taken FROM slot WHERE id = $1', [slotId])
    expect(rows).toEqual([{ taken: 0 }])
    const partner = await openPhone({ as: parties[1] })
    await partner.goto('/mine')
    await expect(partner.getByRole('link', { name: own('ended.cancelled.other') })).toBeVisible()
    await page.goto(`/appointment/${code}/cancel`)
    await expect(page).toHaveURL(new RegExp(`/appointment/${code}$`))
  })
})

test('somebody who needs a new certificate books alone and is done at once', async ({
  openPhone,
  openOffice,
  somebody,
}) => {
  const office = await openOffice({ services: ['REISSUE_MARRIAGE'] })
  const page = await openPhone({ as: somebody() })
  await book(page, { service: 'REISSUE_MARRIAGE', office, partner: somebody() })
  await expect(page.getByRole('heading', { level: 1, name: say('heading.confirmed') })).toBeVisible()
  await expect(page.getByText(say('lead.confirmedOne'))).toBeVisible()
})

test('an appointment is found later by its code and the last four of a document', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
}) => {
  const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const office = await openOffice()
  const { code } = await hotline.book({ slotId: firstDay(office)[0]?.id ?? 0, parties })
  const page = await openPhone()
  await page.goto('/appointment')
  await page.locator('#code').fill(groupedCode(code).toLowerCase())
  await page.locator('#lastFour').fill(parties[1].documentNumber.slice(-4).toLowerCase())
  await send(page)
  await expect(page.getByText(groupedCode(code), { exact: true })).toBeVisible()
  const shown = await page.locator('body').innerText()
  for (const party of parties) {
    expect(shown).not.toContain(party.documentNumber)
    expect(shown).not.toContain(party.phone)
  }
  await expect(page.getByRole('link', { name: say('cancel.open') })).toHaveCount(0)
})

interface Couple {
  readonly one: PartyFacts
  readonly other: PartyFacts
  /** Where they look for an office; each test has its own. */
  readonly county: string
}

/** The whole way: one books, hands on the link; the other signs in, looks at it and agrees; both hold the ticket. */
async function bookTogether(page: Page, partner: Page, { one, other, county }: Couple): Promise<void> {
  const office = await chooseTimeAndPlace(page, county, one)
  await send(page)
  await page.waitForURL('**/book/partner/kind')
  await choose(page, 'partyType', other.partyType)
  await page.waitForURL('**/book/partner')
  await typePartner(page, other)
  await send(page)
  await page.waitForURL('**/book/answers')
  await expect(page.getByRole('main')).toContainText(office)
  await send(page)
  const code = await codeOf(page)
  await expect(page.getByRole('heading', { level: 1, name: say('heading.awaiting-partner') })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(other.phone)

  await partner.goto(await linkOn(page))
  await send(partner)
  await signInByHand(partner, other)
  await expect(partner.getByRole('heading', { level: 1, name: say('agree.reviewTitle') })).toBeVisible()
  await expect(partner.getByRole('main')).toContainText(office)
  await expect(partner.getByRole('main')).not.toContainText(one.phone)
  await partner.getByRole('button', { name: say('agree.yes') }).click()
  await expect(partner.getByRole('heading', { level: 1, name: say('heading.confirmed') })).toBeVisible()

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: say('heading.confirmed') })).toBeVisible()
  for (const ticket of [page, partner]) await checkTicket(ticket, code, office)
}

async function chooseTimeAndPlace(page: Page, county: string, one: PartyFacts): Promise<string> {
  await page.goto('/book/service')
  await choose(page, 'service', 'MARRIAGE')
  await page.waitForURL('**/book/check/both-unmarried')
  await choose(page, 'answer', 'yes')
  await page.waitForURL('**/book/check/close-kin')
  await choose(page, 'answer', 'no')
  await page.waitForURL('**/book/place')
  for (const region of [`${county.slice(0, 2)}0000`, `${county.slice(0, 4)}00`, county]) {
    await page.locator(`main a[href$="within=${region}"]`).click()
    await page.waitForURL(`**/book/place?within=${region}`)
  }
  const office = (
    await page.locator('main label').first().locator('.font-semibold').first().innerText()
  ).trim()
  await page.locator('input[name=office]').first().check()
  await send(page)
  await page.waitForURL('**/book/date')
  await page.locator('input[name=date]').nth(2).check()
  await send(page)
  await signInByHand(page, one)
  await page.waitForURL('**/book/time')
  await page.locator('input[name=slot]').nth(1).check()
  await send(page)
  await page.waitForURL('**/book/you')
  await expect(page.getByRole('main')).toContainText(one.name)
  return office
}

/** Code, drawing for the scanner, place, papers, and a calendar file that tells nothing to others. */
async function checkTicket(page: Page, code: string, office: string): Promise<void> {
  const main = page.getByRole('main')
  await expect(main.getByText(groupedCode(code), { exact: true })).toBeVisible()
  await expect(main.getByRole('img', { name: say('ticket.qr', { code: groupedCode(code) }) })).toBeVisible()
  await expect(main).toContainText(office)
  await expect(main.getByRole('heading', { name: say('bring.title') })).toBeVisible()
  await expect(main.getByText(translator('zh-CN', 'materials')('eachOfYou'))).toBeVisible()
  await expect(main).toContainText(say('ticket.notRegistration'))
  const downloaded = page.waitForEvent('download')
  await main.getByRole('link', { name: say('ticket.calendar') }).click()
  const file = await readFile(await (await downloaded).path(), 'utf8')
  expect(file).toContain(`SUMMARY:${say('calendar.summary')}`)
  expect(file).toContain(groupedCode(code))
  expect(file).not.toMatch(/婚|登记/)
}

async function linkOn(page: Page): Promise<string> {
  const text = await page.getByText(/^http\S+\/agree\?/).innerText()
  return text.trim()
}

function refusal(key: string): string {
  return translator('zh-CN', 'refusals')(key)
}
