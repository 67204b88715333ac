import { translator } from '#lib/i18n/translator.ts'
import { demoPerson } from '#prisma/seed/demo-people.ts'
import { codeOf, send } from '#tests/support/browser/journey.ts'
import { daysOffered, goToVisit } from '#tests/support/browser/second-visit.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'appointment')
const tell = translator('zh-CN', 'progress')
const visit = translator('zh-CN', 'second-visit')

test('the two of an accepted application find its window, book the second visit in it, and give it up again', async ({
  openPhone,
  database,
}) => {
  const [one, other] = [demoPerson('window-1'), demoPerson('window-2')]
  const { rows } = await database.query(
    `SELECT first_service_day::text AS "from", cert_window_end::text AS "until" FROM divorce_case
     WHERE receipt_number = '演示-0002'`,
  )
  const { from, until } = rows[0]
  const page = await openPhone({ as: one })
  await page.goto('/mine')
  await page.getByRole('link', { name: visit('mine.title') }).click()
  await page.waitForURL('**/progress')
  await expect(page.getByRole('main')).toContainText(tell('keptWhy'))
  await page.getByRole('link', { name: tell('choose'), exact: true }).click()
  await page.waitForURL('**/book/date')
  await expect(page.getByRole('main')).toContainText('《民法典》第一千零七十七条第二款')
  await expect(page.locator('main a[href*="/waiting"]')).toHaveCount(0)
  const days = await daysOffered(page)
  expect(days.length).toBeGreaterThan(3)
  for (const day of days) expect(from <= day && day <= until, day).toBe(true)
  const day = days.at(-1) ?? ''
  await goToVisit(page, day)
  const main = page.getByRole('main')
  await expect(main).toContainText('薛**')
  await expect(main).not.toContainText(other.name)
  await expect(main).not.toContainText(other.documentNumber)
  await send(page)
  const code = await codeOf(page)

  const partner = await openPhone({ as: other })
  await partner.goto((await page.getByText(/^http\S+\/agree\?/).innerText()).trim())
  await send(partner)
  await partner.getByRole('button', { name: say('agree.yes') }).click()
  await expect(partner.getByRole('heading', { level: 1, name: say('heading.confirmed') })).toBeVisible()
  await partner.goto('/progress')
  await partner.getByRole('link', { name: tell('visit.open') }).click()
  await partner.waitForURL(`**/appointment/${code}`)
  await page.goto('/book/start?service=second-visit')
  await page.waitForURL(`**/appointment/${code}`)

  await partner.goto(`/appointment/${code}/cancel`)
  await send(partner)
  await partner.waitForURL(`**/appointment/${code}`)
  const kept = await database.query(
    `SELECT s.date::text AS date FROM kept_seat k JOIN divorce_case c ON c.id = k.case_id JOIN slot s ON s.id = k.slot_id
     WHERE c.receipt_number = '演示-0002'`,
  )
  expect(kept.rows).toEqual([{ date: day }])
})

test('who has no accepted application is told calmly what that means, and who is a stranger signs in first', async ({
  openPhone,
}) => {
  const stranger = await openPhone()
  await stranger.goto('/book/start?service=second-visit')
  await stranger.waitForURL('**/sign-in?to=*')
  const page = await openPhone({ as: demoPerson('ready-1') })
  await page.goto('/book/start?service=second-visit')
  await page.waitForURL('**/progress?missing=1')
  await expect(page.getByRole('main')).toContainText(tell('missing'))
  await expect(page.getByRole('main')).toContainText(tell('receipt.text'))
})
