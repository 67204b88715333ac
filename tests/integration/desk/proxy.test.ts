import { describe, expect, test } from 'vitest'
import { beginTicket } from '#lib/desk/begin-ticket.ts'
import { callNext } from '#lib/desk/call-next.ts'
import { describeEntry } from '#lib/desk/describe-entry.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { forwardTicket } from '#lib/desk/forward-ticket.ts'
import { giveTicket } from '#lib/desk/give-ticket.ts'
import { listDay } from '#lib/desk/list-day.ts'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { revealWalkIn } from '#lib/desk/reveal-walk-in.ts'
import { setProxy } from '#lib/desk/set-proxy.ts'
import { tickMaterials } from '#lib/desk/tick-materials.ts'
import { undoOneArrival } from '#lib/desk/undo-one-arrival.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { tickLines } from '#lib/domain/materials-tick.ts'
import type { Service } from '#lib/domain/service.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { plantLaw } from '../booking/fixtures/accepted-case.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { agreed, alone, type Desk, plantDesk, staffOf, TODAY, todayAt } from './fixtures/desk.ts'
import { arrived, called, step, walkIn } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)

const today = async (desk: Desk, time = '09:55') =>
  accepted(
    await listDay(pool, {
      actor: desk.clerk,
      officeId: desk.officeId,
      date: calendarDate(TODAY),
      now: todayAt(time),
    }),
  ).entries

const actsOn = async (subjectId: string) =>
  (
    await pool.query<{ act: string; detail: unknown }>(
      'SELECT act, detail FROM audit_entry WHERE subject_id = $1 ORDER BY id',
      [subjectId],
    )
  ).rows

const give = (desk: Desk, service: Service, wish: { proxy?: boolean; name?: string } = {}) =>
  giveTicket(pool, {
    actor: desk.clerk,
    officeId: desk.officeId,
    service,
    people: 1,
    locale: 'zh-CN',
    greenChannel: false,
    ...wish,
    now: todayAt('09:00'),
  })

describe('somebody who comes for another', () => {
  test('counts as the person of a re-issue, is flagged, on the record, and their papers are ticked', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const { code } = await alone(pool, desk)
    const now = todayAt('09:50')
    const { ticket } = accepted(
      await recordArrival(pool, { actor, officeId, code, roles: [1], proxy: true, now }),
    )
    expect(ticket).toMatchObject({ proxy: true, present: 1, expected: 1 })
    const [entry] = await today(desk)
    expect(entry).toMatchObject({ flags: { proxy: true } })
    expect(await actsOn(ticket.appointmentId ?? '')).toContainEqual({
      act: 'arrival-recorded',
      detail: { here: [1], proxy: true },
    })
    const atWindow = accepted(await beginTicket(pool, step(desk, await called(pool, desk, ticket))))
    const [served] = await today(desk)
    if (!served) throw new Error('nobody is there')
    const { papers } = accepted(await describeEntry(pool, { actor, officeId, entry: served, now }))
    const lines = papers ? tickLines(papers).map(({ key }) => key) : []
    expect(lines.slice(0, 2)).toEqual(['PROXY_AUTHORISATION', 'PROXY_IDENTITY'])
    const ticked = accepted(
      await tickMaterials(pool, {
        ...step(desk, atWindow),
        seen: ['PROXY_AUTHORISATION'],
        missing: ['PROXY_IDENTITY'],
      }),
    )
    expect(ticked.notice).toMatchObject({ hasCore: true, lines: [{ key: 'PROXY_IDENTITY' }] })
    // The person comes after all: nothing of the proxy is looked at any more.
    const own = accepted(await setProxy(pool, { ...step(desk, ticked.ticket), proxy: false }))
    expect(own).toMatchObject({ proxy: false, materials: { seen: [], missing: [] } })
    expect((await actsOn(ticket.appointmentId ?? '')).at(-1)).toMatchObject({ act: 'proxy-taken-back' })
  })

  test('is refused for a marriage, with the reason, at the desk and behind it', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const no = { errors: [{ reason: 'both-in-person', article: '1049' }] }
    const { code } = await agreed(pool, desk)
    const wish = { actor, officeId, code, roles: [1], proxy: true, now: todayAt('09:50') }
    expect(await recordArrival(pool, wish)).toMatchObject(no)
    expect(await give(desk, 'MARRIAGE', { proxy: true })).toMatchObject(no)
    const ticket = await walkIn(pool, desk)
    expect(await setProxy(pool, { ...step(desk, ticket), proxy: true })).toMatchObject(no)
    await expect(pool.query('UPDATE ticket SET proxy = true WHERE id = $1', [ticket.id])).rejects.toThrow(
      'ticket_proxy_for_reissue',
    )
  })

  test('is not sent on to a service that wants the person', async () => {
    const desk = await plantDesk(pool)
    const ticket = await called(pool, desk, accepted(await give(desk, 'REISSUE_DIVORCE', { proxy: true })))
    expect(await forwardTicket(pool, { ...step(desk, ticket), service: 'COUNSELLING' })).toMatchObject({
      errors: [{ reason: 'no-proxy-for-service' }],
    })
    expect(await forwardTicket(pool, { ...step(desk, ticket), window: '2' })).toMatchObject({ ok: true })
  })
})

describe('one of two arrivals', () => {
  test('is taken back alone: the number stays and waits for the other', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const { code } = await agreed(pool, desk)
    const ticket = await arrived(pool, desk, code)
    const undone = accepted(await undoOneArrival(pool, { ...step(desk, ticket, '09:52'), role: 2 }))
    expect(undone).toMatchObject({ id: ticket.id, number: ticket.number, state: 'waiting', present: 1 })
    const [entry] = await today(desk)
    expect(entry).toMatchObject({ lacks: ['person'], people: [{ here: true }, { here: false }] })
    const call = { actor, officeId, window: '1', now: todayAt('10:00') }
    expect(await callNext(pool, call)).toEqual({ ok: true, value: undefined })
    // Of the last one the whole arrival is undone, not this.
    expect(await undoOneArrival(pool, { ...step(desk, undone), role: 1 })).toMatchObject({
      errors: [{ reason: 'not-one-of-two-here' }],
    })
    accepted(await recordArrival(pool, { actor, officeId, code, roles: [2], now: todayAt('09:58') }))
    expect(accepted(await callNext(pool, call))).toMatchObject({ id: ticket.id, present: 2 })
  })

  test('stays once they have been called', async () => {
    const desk = await plantDesk(pool)
    const { code } = await agreed(pool, desk)
    const ticket = await called(pool, desk, await arrived(pool, desk, code))
    expect(await undoOneArrival(pool, { ...step(desk, ticket), role: 2 })).toMatchObject({
      errors: [{ reason: 'ticket-called' }],
    })
  })
})

describe('the papers', () => {
  test('ticked on the way to the end keep what was missing, and the end follows from there', async () => {
    const desk = await plantDesk(pool)
    const ticket = await called(pool, desk, accepted(await give(desk, 'REISSUE_MARRIAGE', { proxy: true })))
    const first = accepted(
      await tickMaterials(pool, {
        ...step(desk, ticket),
        seen: [],
        missing: ['PROXY_AUTHORISATION', 'PROXY_IDENTITY'],
      }),
    )
    const later = accepted(
      await tickMaterials(pool, { ...step(desk, first.ticket), seen: ['PROXY_AUTHORISATION'] }),
    )
    expect(later.ticket.materials).toMatchObject({
      seen: ['PROXY_AUTHORISATION'],
      missing: ['PROXY_IDENTITY'],
    })
    const done = await finishTicket(pool, { ...step(desk, later.ticket), outcome: 'reissued' })
    expect(done).toMatchObject({ ok: true, value: { state: 'done', materials: later.ticket.materials } })
  })
})

describe('the name of who walked in', () => {
  test('is shown whole for a reason, on the record; where none was given there is nothing to show', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const { id: ticketId } = accepted(await give(desk, 'REISSUE_MARRIAGE', { name: '王小芳' }))
    const wish = { actor, officeId, ticketId, reason: 'call-person', now: todayAt('09:10') }
    expect(accepted(await revealWalkIn(pool, wish))).toEqual({ name: '王小芳' })
    expect(await actsOn(ticketId)).toContainEqual({
      act: 'person-revealed',
      detail: { reason: 'call-person', fields: ['name'] },
    })
    expect(await revealWalkIn(pool, { ...wish, reason: 'curious' })).toMatchObject({
      reason: 'invalid-input',
    })
    const elsewhere = await plantDesk(pool)
    const there = { actor: elsewhere.clerk, officeId: elsewhere.officeId }
    expect(await revealWalkIn(pool, { ...wish, ...there })).toMatchObject({ reason: 'not-found' })
    expect(await revealWalkIn(pool, { ...wish, actor: staffOf(officeId, 'reviewer') })).toMatchObject({
      ok: false,
    })
    const nameless = accepted(await give(desk, 'REISSUE_MARRIAGE'))
    expect(await revealWalkIn(pool, { ...wish, ticketId: nameless.id })).toMatchObject({
      reason: 'not-found',
    })
  })
})
