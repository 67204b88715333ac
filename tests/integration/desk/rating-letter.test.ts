import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveCare } from '#lib/booking/save-care.ts'
import { findVisitToRate } from '#lib/desk/find-visit-to-rate.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { rateVisit } from '#lib/desk/rate-visit.ts'
import { reopenTicket } from '#lib/desk/reopen-ticket.ts'
import { signRating } from '#lib/desk/sign-rating.ts'
import type { Contact } from '#lib/domain/contact.ts'
import type { Service } from '#lib/domain/service.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { at } from '../booking/fixtures/days.ts'
import { choose, deliver } from '../notification/fixtures/house.ts'
import { agreed, type Desk, plantDesk, TODAY, todayAt } from './fixtures/desk.ts'
import { arrived, called, step } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()
beforeEach(() => pool.query('TRUNCATE outbox_message, contact, policy').then(forgetRules))

type Wish = { first?: Partial<Contact>; second?: Partial<Contact>; service?: Service; separate?: boolean }

/** A couple whose visit was finished at twenty past ten; either may have chosen how to be reached. */
async function served(desk: Desk, { first, second, service = 'MARRIAGE', separate }: Wish = {}) {
  const booked = await agreed(pool, desk, { service })
  if (first) await choose(pool, booked.first, { address: 'one@b.example', ...first })
  if (second) await choose(pool, booked.second, { address: 'two@b.example', ...second })
  const care = { separate: true }
  const wish = { actor: booked.second.actor, code: booked.code, care, now: at('2026-11-22') }
  if (separate) accepted(await saveCare(pool, wish))
  const ticket = await called(pool, desk, await arrived(pool, desk, booked.code))
  await pool.query('TRUNCATE outbox_message')
  const outcome = service === 'MARRIAGE' ? 'registered' : 'not-accepted'
  const rejection = service === 'MARRIAGE' ? undefined : 'papers-missing'
  return accepted(await finishTicket(pool, { ...step(desk, ticket, '10:20'), outcome, rejection }))
}

const addressesAt = async (time: string) => (await deliver(pool, todayAt(time))).map(({ address }) => address)

describe('how it was', () => {
  test('is asked an hour later of whoever has chosen and proved how to be reached, with the link that rates', async () => {
    const desk = await plantDesk(pool)
    const { id } = await served(desk, { second: {} })
    expect(await addressesAt('11:19')).toEqual([])
    const [letter, ...others] = await deliver(pool, todayAt('11:20'))
    expect(others).toEqual([])
    expect(letter).toMatchObject({ event: 'visit-over', address: 'two@b.example' })
    const token = /\/rate\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
    expect(token).toBe(signRating(id))
    expect(await findVisitToRate(pool, token, todayAt('11:21'))).toMatchObject({ state: 'open' })
    expect(await addressesAt('12:00')).toEqual([])
  })

  test('says nothing of what it was about', async () => {
    const desk = await plantDesk(pool)
    await served(desk, { first: {}, second: {}, service: 'DIVORCE_APPLICATION' })
    const letters = await deliver(pool, todayAt('11:20'))
    expect(letters).toHaveLength(2)
    for (const { subject, text, fields } of letters)
      expect(subject + text + JSON.stringify(fields)).not.toMatch(/离婚|離婚|divorc|冷静/i)
  })

  test.each<[string, Wish]>([
    ['has chosen no contact', {}],
    ['wants nobody else to read along', { second: { safe: true } }],
    ['asked to come apart from the other', { second: {}, separate: true }],
  ])('is not asked of somebody who %s', async (_, wish) => {
    await served(await plantDesk(pool), wish)
    expect(await addressesAt('11:20')).toEqual([])
  })

  test('is not asked of whoever has said it, nor while the visit goes on again, and not twice', async () => {
    const desk = await plantDesk(pool)
    const { id: rated } = await served(desk, { first: {} })
    const said = { level: 5, words: '', contact: '', locale: 'zh-CN', now: todayAt('10:30') } as const
    accepted(await rateVisit(pool, { token: signRating(rated), ...said }))
    expect(await addressesAt('11:20')).toEqual([])
    const ticket = await served(desk, { first: {} })
    expect(await addressesAt('11:20')).toEqual(['one@b.example'])
    const again = accepted(await reopenTicket(pool, { ...step(desk, ticket, '11:30'), window: '2' }))
    accepted(await finishTicket(pool, { ...step(desk, again, '11:40'), outcome: 'registered' }))
    expect(await addressesAt('13:00')).toEqual([])
    const open = await served(desk, { first: {} })
    accepted(await reopenTicket(pool, { ...step(desk, open, '10:40'), window: '3' }))
    expect(await addressesAt('11:30')).toEqual([])
  })

  test('waits for the end of the quiet hours', async () => {
    await served(await plantDesk(pool), { first: { quietFrom: '10:00', quietUntil: '18:00' } })
    expect(await addressesAt('11:20')).toEqual([])
    expect(await addressesAt('18:00')).toEqual(['one@b.example'])
  })
})

test('the days of a rating are rules with dates: those of the visit’s day for the link, today’s for what is due', async () => {
  const desk = await plantDesk(pool)
  const rule = (key: string, value: unknown, from: string) =>
    pool.query(
      `INSERT INTO policy (id, scope, scope_id, key, value, valid_from, source) VALUES ($1, 'office', $2, $3, $4, $5, 'test')`,
      [randomUUID(), desk.officeId, key, JSON.stringify(value), from],
    )
  await rule('ratingOpenDays', 3, '2026-01-01')
  await rule('ratingOpenDays', 99, '2026-12-02')
  await rule('ratingContactDays', 2, '2026-12-02')
  await rule('ratingCloseDays', 4, '2026-12-02')
  forgetRules()
  const token = signRating((await served(desk)).id)
  const rate = (day: string) => {
    const now = at(day, '10:00:00')
    return rateVisit(pool, { token, level: 1, words: '', contact: '', locale: 'zh-CN', now })
  }
  expect(await rate('2026-12-05')).toMatchObject({ errors: [{ reason: 'rating-closed' }] })
  expect(await findVisitToRate(pool, token, at('2026-12-05'))).toMatchObject({
    state: 'too-late',
    openDays: 3,
  })
  accepted(await rate('2026-12-04'))
  const { rows } = await pool.query(
    `SELECT contact_by::text, close_by::text FROM rating WHERE office_id = $1`,
    [desk.officeId],
  )
  expect([TODAY, rows]).toEqual(['2026-12-01', [{ contact_by: '2026-12-08', close_by: '2026-12-10' }]])
})
