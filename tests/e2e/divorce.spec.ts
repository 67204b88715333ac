import type { Page } from '@playwright/test'
import { translator } from '#lib/i18n/translator.ts'
import { book, choose, firstDay, send, walkTo } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'appointment')
const ask = translator('zh-CN', 'journey')
const SERVICE = 'DIVORCE_APPLICATION'

test('a couple applies for an agreed divorce on pages that tell nobody else what for', async ({
  openPhone,
  openOffice,
  somebody,
}) => {
  const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
  const office = await openOffice()
  const page = await openPhone({ as: one })
  const seen = noteWhatOthersSee(page)
  await walkTo(page, 'answers', { service: SERVICE, office, partner: other })
  await expectQuiet(page)
  await send(page)
  await page.waitForURL('**/appointment/*')
  await expectQuiet(page)
  const partner = await openPhone({ as: other })
  const seenByPartner = noteWhatOthersSee(partner)
  await partner.goto((await page.getByText(/^http\S+\/agree\?/).innerText()).trim())
  await send(partner)
  await expect(partner.getByRole('heading', { level: 1, name: say('agree.reviewTitle') })).toBeVisible()
  await expectQuiet(partner)
  await partner.getByRole('button', { name: say('agree.yes') }).click()
  await expect(partner.getByRole('heading', { level: 1, name: say('heading.confirmed') })).toBeVisible()
  for (const line of [...(await seen()), ...(await seenByPartner())]) {
    expect(line).not.toMatch(/离婚|divorce/i)
  }
})

test('whoever finds that the other does not agree is shown the way to court, not an error', async ({
  openPhone,
  openOffice,
}) => {
  const office = await openOffice()
  const page = await openPhone()
  await page.goto(`/book/start?service=agreement&office=${office.officeId}`)
  for (const id of ['both-agree', 'all-settled', 'registered-here']) {
    await page.waitForURL(`**/book/check/${id}`)
    await choose(page, 'answer', 'no')
    await page.waitForURL(`**/book/unsuitable/${id}`)
    const main = page.getByRole('main')
    await expect(main).toContainText(ask(`unsuitable.${id}.text`))
    await expect(main).toContainText('人民法院')
    await expect(main.getByRole('alert')).toHaveCount(0)
    await expect(page).toHaveTitle(ask('title', { step: ask('steps.check') }))
    await expectQuiet(page)
    await main.getByRole('link', { name: ask('unsuitable.again') }).click()
    await page.waitForURL(`**/book/check/${id}`)
    await choose(page, 'answer', 'yes')
  }
  await page.waitForURL('**/book/date')
})

test('the one who was asked says no, and the time goes back at once', async ({
  openPhone,
  openOffice,
  somebody,
  database,
}) => {
  const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
  const office = await openOffice()
  const page = await openPhone({ as: one })
  const code = await book(page, { service: SERVICE, office, partner: other })
  const partner = await openPhone({ as: other })
  await partner.goto((await page.getByText(/^http\S+\/agree\?/).innerText()).trim())
  await send(partner)
  await partner.getByRole('button', { name: say('agree.no') }).click()
  await partner.waitForURL(`**/appointment/${code}`)
  for (const phone of [partner, page]) {
    await phone.goto(`/appointment/${code}`)
    await expect(phone.getByRole('heading', { level: 1, name: say('heading.declined') })).toBeVisible()
    await expectQuiet(phone)
  }
  const { rows } = await database.query('SELECT taken, public_taken FROM slot WHERE id = $1', [
    firstDay(office)[0]?.id,
  ])
  expect(rows).toEqual([{ taken: 0, public_taken: 0 }])
})

test('a home search for divorce turns quiet and offers the way out', async ({ openPhone }) => {
  const page = await openPhone()
  await page.goto('/')
  await page.locator('#q').fill('离婚预约')
  await send(page)
  await page.waitForURL('**/?q=*')
  await expectQuiet(page)
  await expect(page).not.toHaveTitle(/离婚/)
})

/** Quiet colours, no celebration, and a way out that leads somewhere harmless. */
async function expectQuiet(page: Page): Promise<void> {
  await expect(page.locator('[data-mood=quiet]')).toBeVisible()
  const exit = page.getByRole('link', { name: ask('exit') })
  await expect(exit).toBeInViewport()
  await expect(exit).toHaveAttribute('href', /^https:\/\/www\.weather\.com\.cn\//)
}

/** What is left in the history of a phone and shown in its list of windows: addresses and titles. */
function noteWhatOthersSee(page: Page): () => Promise<string[]> {
  const lines: Promise<string>[] = []
  page.on('framenavigated', () => {
    const url = page.url()
    lines.push(
      page.title().then(
        (title) => `${url} ${title}`,
        () => url,
      ),
    )
  })
  return () => Promise.all(lines)
}
