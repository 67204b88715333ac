import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { acceptApplication } from '#lib/desk/accept-application.ts'
import { isRestDay, isServed } from '#lib/domain/calendar.ts'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { loadOfficeCalendar } from '#lib/office/load-office-calendar.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { grantChannel, openApiSite } from './fixtures/api-site.ts'
import { drawCouple, identityOf, wishOf } from './fixtures/couples.ts'

const { pool } = await openTestDatabase({ planted: true })
const { ask } = await openApiSite()
const headers = await grantChannel(pool)
const officeId = 'guangming'
const today = shanghaiToday(new Date())

test('a channel finds the days of a window beyond every release, and books one for the two of the case alone', async () => {
  const couple = drawCouple()
  const { deadlines } = await accept(couple)
  const { certWindowEnd } = deadlines
  const read = (query: string) => ask(`/offices/${officeId}/availability?service=DIVORCE_CERTIFICATE${query}`)
  const { json } = await read('')
  expect(json.days).toHaveLength(62)
  expect(new Set(json.days.map((day: { state: string }) => day.state))).not.toContain('not-released')
  const days = { from: today, until: addDays(today, 90) }
  const service = 'DIVORCE_CERTIFICATE'
  const calendar = await loadOfficeCalendar(pool, { officeId, service, ...days }, new Date())
  for (const { date, state } of json.days)
    if (!isServed(calendar, date)) expect(['closed', 'too-late'], date).toContain(state)
  const last = json.days.find((day: { date: string }) => day.date === certWindowEnd)
  const slotId = last.slots.find((slot: { remaining: number }) => slot.remaining > 0).id
  const others = await book(slotId, drawCouple())
  expect(others).toMatchObject({
    status: 422,
    json: { reason: 'outside-legal-window', errors: [{ reason: 'no-accepted-case', article: '1077' }] },
  })
  expect(others.json.errors[0].text).toContain('1077')
  const crossed = await book(slotId, { him: couple.him, her: drawCouple().her })
  expect(crossed).toMatchObject({ status: 403, json: { errors: [{ reason: 'other-than-case' }] } })
  const before = json.days.find((day: { state: string }) => day.state === 'open').slots[0].id
  expect(await book(before, couple)).toMatchObject({
    status: 422,
    json: {
      reason: 'outside-legal-window',
      errors: [{ reason: 'cooling-off-not-ended', earliestOn: deadlines.firstServiceDay }],
    },
  })
  const booked = await book(slotId, couple)
  expect(booked).toMatchObject({ status: 201, json: { date: certWindowEnd, office: { id: officeId } } })
  const agreement = { partnerCode: booked.json.partnerCode, onBehalfOf: identityOf(couple.her) }
  const confirmed = await ask(`/appointments/${booked.json.code}/confirm`, {
    body: agreement,
    key: randomUUID(),
    headers,
  })
  expect(confirmed).toMatchObject({ status: 200, json: { status: 'confirmed' } })
  expect((await book(slotId, couple)).status).toBe(409)
  await expectLedgerBalanced(pool)
})

function book(slotId: number, couple: ReturnType<typeof drawCouple>) {
  const body = { ...wishOf(slotId, couple), service: 'DIVORCE_CERTIFICATE' }
  return ask('/appointments', { body, key: randomUUID(), headers })
}

/** Accepted some days ago, so that the window begins in about three weeks. */
async function accept({ him, her }: ReturnType<typeof drawCouple>) {
  const calendar = await readCalendar(pool)
  let acceptedOn = addDays(today, -7)
  while (isRestDay(calendar, acceptedOn)) acceptedOn = addDays(acceptedOn, -1)
  const accepted = await acceptApplication(pool, {
    officeId,
    receiptNumber: randomUUID(),
    acceptedOn: calendarDate(acceptedOn),
    parties: [him, her],
    locales: ['zh-CN', 'zh-CN'],
    by: 'clerk',
    now: instantAt(acceptedOn, '10:00'),
  })
  if (!accepted.ok) throw new Error(JSON.stringify(accepted))
  return accepted.value
}
