import type { Page } from '@playwright/test'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { codeOf, firstDay, goTo, send, walkTo } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'

for (const javaScriptEnabled of [true, false]) {
  test(`a double click on the last button is one booking, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openPhone,
    openOffice,
    somebody,
    database,
  }) => {
    const office = await openOffice()
    const page = await openPhone({ as: somebody({ sex: 'M' }), javaScriptEnabled })
    await goTo(page, 'answers', { office, partner: somebody({ sex: 'F' }) })
    await page.locator('main form button[type=submit]').last().dblclick()
    const code = await codeOf(page)
    await expect(page.getByText(groupedCode(code), { exact: true }).first()).toBeVisible()
    await page.goto('/book/answers')
    await expect(page).toHaveURL(new RegExp(`/appointment/${code}$`))
    // Looked at last: until then the second click has been answered, too.
    const { rows } = await database.query(
      `SELECT a.code, s.taken FROM appointment a JOIN slot s ON s.id = a.slot_id WHERE a.office_id = $1`,
      [office.officeId],
    )
    expect(rows).toEqual([{ code, taken: 1 }])
  })
}

test('going back and reloading lose nothing', async ({ openPhone, openOffice, somebody }) => {
  const partner = somebody({ sex: 'F' })
  const page = await openPhone({ as: somebody({ sex: 'M' }) })
  await walkTo(page, 'answers', { office: await openOffice(), partner })
  await page.goBack()
  await page.waitForURL('**/book/partner')
  await expectTyped(page, partner)
  await page.reload()
  await expectTyped(page, partner)
  await send(page)
  await page.waitForURL('**/book/answers')
  await page.reload()
  await expect(page.getByRole('main')).toContainText(partner.name)
  for (const [step, field] of [
    ['date', 'date'],
    ['time', 'slot'],
  ] as const) {
    await page.goto(`/book/${step}`)
    await expect(page.locator(`input[name=${field}]:checked`)).toHaveCount(1)
  }
})

test('on a second device the same person goes on where the first one stopped', async ({
  openPhone,
  openOffice,
  somebody,
}) => {
  const [one, partner] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const office = await openOffice()
  const phone = await openPhone({ as: one })
  await goTo(phone, 'answers', { office, partner })
  const tablet = await openPhone({ as: one, viewport: { width: 800, height: 1100 } })
  await tablet.goto('/book')
  await tablet.waitForURL('**/book/answers')
  await expect(tablet.getByRole('main')).toContainText(partner.name)
  await send(tablet)
  const code = await codeOf(tablet)
  await phone.goto('/book/answers')
  await expect(phone).toHaveURL(new RegExp(`/appointment/${code}$`))
})

test('who comes next on a shared phone finds empty pages', async ({ openPhone, openOffice, somebody }) => {
  const [one, partner] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const office = await openOffice()
  const page = await openPhone({ as: one })
  await goTo(page, 'answers', { office, partner })
  await page.locator('form[action="/sign-out"] button').click()
  await page.waitForURL((url) => url.pathname === '/')
  for (const step of ['answers', 'partner', 'you']) {
    await page.goto(`/book/${step}`)
    await expect(page).toHaveURL(/\/book\/service$/)
  }
  expect(firstDay(office)).not.toHaveLength(0)
})

async function expectTyped(page: Page, partner: PartyFacts): Promise<void> {
  await expect(page.locator('#name')).toHaveValue(partner.name)
  await expect(page.locator('#documentNumber')).toHaveValue(partner.documentNumber)
  await expect(page.locator('#phone')).toHaveValue(partner.phone)
}
