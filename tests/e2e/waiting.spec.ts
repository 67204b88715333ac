import { translator } from '#lib/i18n/translator.ts'
import { offerReturnedSeats } from '#lib/rush/offer-returned-seats.ts'
import { choose, codeOf, firstDay, goTo, send } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'
import { comeTooLate, readPlace } from '#tests/support/browser/waiting.ts'

const say = translator('zh-CN', 'waiting')
const appointment = translator('zh-CN', 'appointment')

for (const javaScriptEnabled of [true, false]) {
  test(`a couple waits for a full day, is offered the seat that others give up, and both agree, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    database,
  }) => {
    const office = await openOffice({ capacity: 1 })
    const [day = ''] = office.days
    const holders = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
    const slots = firstDay(office)
    const held = slots[2]
    const { code } = await hotline.book({ slotId: held?.id ?? 0, parties: holders })

    const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
    const page = await openPhone({ as: one, javaScriptEnabled })
    await goTo(page, 'date', { office, partner: other })
    await choose(page, 'date', day)
    await page.waitForURL('**/book/time')
    await database.query(
      'UPDATE slot SET taken = capacity, public_taken = public_capacity WHERE office_id = $1 AND date = $2',
      [office.officeId, day],
    )
    await page.waitForTimeout(1100)
    await page.reload()
    await page.getByRole('link', { name: say('hint.link') }).click()
    await page.waitForURL(`**/waiting/join?date=${day}`)
    await expect(page.locator('#from')).toHaveValue(day)
    await expect(page.locator('#until')).toHaveValue(day)
    await send(page)
    await page.waitForURL('**/book/you')
    await send(page)
    await page.waitForURL('**/book/partner/kind')
    await choose(page, 'partyType', other.partyType)
    await page.waitForURL('**/book/partner')
    await page.locator('#name').fill(other.name)
    await page.locator('#documentNumber').fill(other.documentNumber)
    await page.locator('#phone').fill(other.phone)
    await send(page)
    await page.waitForURL('**/waiting/answers')
    await expect(page.getByRole('main')).toContainText(other.name)
    await page.locator('main form button[type=submit]').last().dblclick()
    await page.waitForURL(/\/waiting(\?joined=1)?$/)
    await page.goto('/waiting')
    await expect(page.getByText(say('ahead', { count: 0 }))).toBeVisible()
    await page.goto('/mine')
    await page.getByRole('link', { name: say('own') }).click()
    await expect(page.getByText(say('ahead', { count: 0 }))).toBeVisible()

    const holder = await openPhone({ as: holders[0] })
    await holder.goto(`/appointment/${code}/cancel`)
    await holder.getByRole('button', { name: appointment('cancel.submit') }).click()
    await holder.waitForURL(new RegExp(`/appointment/${code}$`))
    await database.query('UPDATE returned_seat SET cool_until = now() WHERE office_id = $1', [
      office.officeId,
    ])
    await offerReturnedSeats(database, new Date())

    await page.reload()
    await page.getByRole('link', { name: say('offered.link') }).click()
    await expect(page.getByRole('heading', { level: 1, name: say('offer.title') })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(held?.startTime ?? '?')
    await page.getByRole('button', { name: say('offer.accept') }).dblclick()
    const own = await codeOf(page)
    const link = (await page.getByText(/^http\S+\/agree\?/).innerText()).trim()

    const partner = await openPhone({ as: other, javaScriptEnabled })
    await partner.goto(link)
    await send(partner)
    await partner.getByRole('button', { name: appointment('agree.yes') }).click()
    await expect(
      partner.getByRole('heading', { level: 1, name: appointment('heading.confirmed') }),
    ).toBeVisible()
    const { rows } = await database.query(
      `SELECT a.code, a.status, s.taken FROM appointment a JOIN slot s ON s.id = a.slot_id
       WHERE a.slot_id = $1 AND a.status <> 'cancelled'`,
      [held?.id],
    )
    expect(rows).toEqual([{ code: own, status: 'confirmed', taken: 1 }])
    await page.goto('/waiting')
    await expect(page.getByRole('main')).toContainText(say('status.booked'))
  })
}

test('the link in a message leaves with one press, and never by looking', async ({
  openPhone,
  openOffice,
  somebody,
  database,
}) => {
  const office = await openOffice()
  const page = await openPhone({ as: somebody({ sex: 'M' }) })
  await comeTooLate(page, database, { office, partner: somebody({ sex: 'F' }) })
  await send(page)
  await page.waitForURL('**/waiting?joined=1')
  const { entry, leave } = await readPlace(database, office)
  const stranger = await openPhone()
  await stranger.goto(`/waiting/leave/${leave}`)
  await expect(stranger.getByRole('heading', { level: 1, name: say('leave.title') })).toBeVisible()
  expect(await statusOf(entry)).toBe('waiting')
  await send(stranger)
  await expect(stranger.getByRole('heading', { level: 1, name: say('leave.doneTitle') })).toBeVisible()
  expect(await statusOf(entry)).toBe('left')

  async function statusOf(id: string): Promise<string | undefined> {
    const { rows } = await database.query<{ status: string }>(
      'SELECT status FROM waiting_entry WHERE id = $1',
      [id],
    )
    return rows[0]?.status
  }
})
