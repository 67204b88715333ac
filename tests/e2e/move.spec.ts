import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { PartyFacts } from '#lib/domain/party.ts'
import { dayText } from '#lib/format/dates.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Hotline } from '#tests/support/browser/hotline.ts'
import { choose, firstDay, send } from '#tests/support/browser/journey.ts'
import type { TestOffice } from '#tests/support/browser/plant-test-office.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'change')
const told = translator('zh-CN', 'appointment')

test.describe('a couple that has both agreed', () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`moves, the other sees both times and agrees, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      openPhone,
      openOffice,
      somebody,
      hotline,
      database,
    }) => {
      const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
      const office = await openOffice()
      const { code } = await bookAgreed(hotline, office, [one, other])
      const { oldTime, newTime, to } = timesOf(office)
      const page = await openPhone({ as: one, javaScriptEnabled })
      await page.goto(`/appointment/${code}`)
      await expect(page.getByRole('main')).toContainText(/还可以改 3 次/)
      await expectCalendar(page, office.days[0], 0)
      await page.getByRole('link', { name: say('move.open') }).click()
      await chooseTime(page, office)
      for (const text of [oldTime, newTime, say('move.elseOld')])
        await expect(page.getByRole('main')).toContainText(text)
      await page.getByRole('button', { name: say('move.submitAsk') }).dblclick()
      await expect(page.getByRole('heading', { level: 1, name: told('heading.move-waiting') })).toBeVisible()
      await expect(page.getByRole('main')).toContainText(newTime)
      await expectTicket(page, oldTime)
      await expectCalendar(page, office.days[0], 0)

      const partner = await openPhone({ as: other, javaScriptEnabled })
      await partner.goto(`/appointment/${code}`)
      await expect(partner.getByRole('heading', { level: 1, name: told('heading.move-asked') })).toBeVisible()
      await expectTicket(partner, oldTime)
      await partner.goto(await linkOn(page))
      await send(partner)
      await expect(partner.getByRole('heading', { level: 1, name: say('agree.title') })).toBeVisible()
      for (const text of [oldTime, newTime]) await expect(partner.getByRole('main')).toContainText(text)
      await partner.getByRole('button', { name: say('agree.yes') }).click()
      await partner.waitForURL(`**/appointment/${code}`)
      await expectTicket(partner, newTime)
      await page.goto(`/appointment/${code}`)
      await expect(page.getByRole('main').getByRole('status').first()).toContainText(
        say('ended.move-agreed.other'),
      )
      await expectTicket(page, newTime)
      await expect(page.getByRole('main')).toContainText(/还可以改 2 次/)
      await expectCalendar(page, office.days[1], 1)
      const { rows } = await database.query(
        `SELECT a.move_count, a.slot_id, n.taken AS new, o.taken AS old FROM appointment a, slot n, slot o
         WHERE a.code = $1 AND n.id = $2 AND o.id = $3`,
        [code, to, firstDay(office)[0]?.id],
      )
      expect(rows).toEqual([{ move_count: 1, slot_id: to, new: 1, old: 0 }])
    })
  }

  test('keeps its time when the other says no, and when the wish is taken back', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
  }) => {
    const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
    const office = await openOffice()
    const booked = await bookAgreed(hotline, office, [one, other])
    const { oldTime, to } = timesOf(office)
    await hotline.move(booked, one, to)
    const page = await openPhone({ as: one })
    const partner = await openPhone({ as: other })
    await page.goto(`/appointment/${booked.code}`)
    await partner.goto(await linkOn(page))
    await send(partner)
    await partner.getByRole('button', { name: say('agree.no') }).click()
    await expect(partner.getByRole('main').getByRole('status').first()).toContainText(
      say('ended.move-declined.self'),
    )
    await page.goto(`/appointment/${booked.code}`)
    await expect(page.getByRole('main').getByRole('status').first()).toContainText(
      say('ended.move-declined.other'),
    )
    for (const phone of [page, partner]) await expectTicket(phone, oldTime)

    await page.goto(`/appointment/${booked.code}/move`)
    await chooseTime(page, office)
    await page.getByRole('button', { name: say('move.submitAsk') }).click()
    await page.getByRole('button', { name: say('pending.takeBack') }).click()
    await expect(page.getByRole('main').getByRole('status').first()).toContainText(
      say('ended.move-taken-back.self'),
    )
    await expectTicket(page, oldTime)
  })

  test('is led back to the days, with the old time untouched, when the new one is just gone', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    database,
  }) => {
    const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
    const office = await openOffice()
    const { code } = await bookAgreed(hotline, office, [one, other])
    const { to, oldTime } = timesOf(office)
    const page = await openPhone({ as: one })
    await page.goto(`/appointment/${code}/move`)
    await send(page)
    await expect(page.getByRole('alert').filter({ has: page.getByRole('link') })).toContainText(
      translator('zh-CN', 'journey')('date.missing'),
    )
    await chooseTime(page, office)
    await database.query('UPDATE slot SET taken = capacity, public_taken = public_capacity WHERE id = $1', [
      to,
    ])
    await send(page)
    await page.waitForURL(/\/move\?refused=slot-full/)
    const notice = page
      .getByRole('alert')
      .filter({ hasText: translator('zh-CN', 'refusals')('slot-full.title') })
    await expect(notice).toContainText('原来的时间没有变')
    await page.goto(`/appointment/${code}`)
    await expectTicket(page, oldTime)
  })

  test('is told before and when the moves are used up, with the number of the office', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    database,
  }) => {
    const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
    const office = await openOffice()
    const { code } = await bookAgreed(hotline, office, [one, other])
    await database.query('UPDATE appointment SET move_count = 2 WHERE code = $1', [code])
    const page = await openPhone({ as: one })
    await page.goto(`/appointment/${code}/move`)
    await chooseTime(page, office)
    await expect(page.getByRole('main')).toContainText(say('move.leftAfter', { left: 0 }))
    await database.query('UPDATE appointment SET move_count = 3 WHERE code = $1', [code])
    await send(page)
    await page.waitForURL(/\/move\?/)
    await expect(page.getByRole('main')).toContainText(say('move.usedUp', { most: 3 }))
    await expect(page.locator('main a[href^="tel:"]')).toBeVisible()
    await expect(page.locator('main form')).toHaveCount(0)
  })

  test('cancels with a reason that only the office sees', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    database,
  }) => {
    const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
    const office = await openOffice()
    const { code } = await bookAgreed(hotline, office, [one, other], 'DIVORCE_APPLICATION')
    const page = await openPhone({ as: one, javaScriptEnabled: false })
    await page.goto(`/appointment/${code}/cancel`)
    await expect(page.getByRole('main')).toContainText(say('cancel.reasonHintTwo'))
    await page.locator('input[name=reason][value=changed-plans]').check()
    await page.locator('#words').fill('再想一想')
    await page.getByRole('button', { name: told('cancel.submit') }).dblclick()
    await expect(page.getByRole('heading', { level: 1, name: told('heading.cancelled') })).toBeVisible()
    const partner = await openPhone({ as: other })
    await partner.goto(`/appointment/${code}`)
    await expect(partner.getByRole('heading', { level: 1, name: told('heading.cancelled') })).toBeVisible()
    expect(await partner.content()).not.toMatch(/再想一想|changed-plans/)
    const { rows } = await database.query('SELECT end_reason FROM appointment WHERE code = $1', [code])
    expect(rows).toEqual([{ end_reason: 'by-party: changed-plans: 再想一想' }])
  })
})

test('somebody who comes alone changes the time at once', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
}) => {
  const one = somebody()
  const office = await openOffice({ services: ['REISSUE_MARRIAGE'] })
  const slotId = firstDay(office)[0]?.id ?? 0
  const { code } = await hotline.book({ slotId, service: 'REISSUE_MARRIAGE', parties: [one] })
  const page = await openPhone({ as: one })
  await page.goto(`/appointment/${code}/move`)
  await chooseTime(page, office)
  await expect(page.getByRole('main')).toContainText(say('move.aloneNow'))
  await page.getByRole('button', { name: say('move.submitNow') }).click()
  await page.waitForURL(`**/appointment/${code}`)
  await expectTicket(page, timesOf(office).newTime)
})

async function bookAgreed(
  hotline: Hotline,
  office: TestOffice,
  parties: [PartyFacts, PartyFacts],
  service: 'MARRIAGE' | 'DIVORCE_APPLICATION' = 'MARRIAGE',
) {
  const booked = await hotline.book({ slotId: firstDay(office)[0]?.id ?? 0, service, parties })
  await hotline.confirm(booked, parties[1])
  return booked
}

/** The first time of the first day, and the second time of the second day, as the pages show them. */
function timesOf({ days: [first, second], slots }: TestOffice) {
  const target = slots.filter(({ date }) => date === second)[1]
  if (!first || !second || !target) throw new Error('an office without days')
  return {
    oldTime: `${dayText('zh-CN', first, 'long')} 09:00`,
    newTime: `${dayText('zh-CN', second, 'long')} ${target.startTime}`,
    to: target.id,
  }
}

async function chooseTime(page: Page, office: TestOffice): Promise<void> {
  await choose(page, 'date', office.days[1] ?? '')
  await page.waitForURL('**/move/time?*')
  await choose(page, 'slot', String(timesOf(office).to))
  await page.waitForURL('**/move/check?*')
}

/** What the ticket itself says, which is what counts at the door. */
async function expectTicket(page: Page, when: string): Promise<void> {
  await expect(page.locator('dd').filter({ hasText: told('ticket.arrive') })).toContainText(when)
}

async function linkOn(page: Page): Promise<string> {
  return (await page.getByText(/^http\S+\/agree\?/).innerText()).trim()
}

async function expectCalendar(page: Page, day: string | undefined, sequence: number): Promise<void> {
  const downloaded = page.waitForEvent('download')
  await page.getByRole('link', { name: told('ticket.calendar') }).click()
  const file = await readFile(await (await downloaded).path(), 'utf8')
  expect(file).toContain(`DTSTART:${day?.replaceAll('-', '')}T`)
  expect(file).toContain(`SEQUENCE:${sequence}\r\n`)
}
