import { describe, expect, test } from 'vitest'
import { signVoucher } from '#lib/booking/sign-voucher.ts'
import { callTicket } from '#lib/desk/call-ticket.ts'
import { findArrival } from '#lib/desk/find-arrival.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { leaveTicket } from '#lib/desk/leave-ticket.ts'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { recordMiss } from '#lib/desk/record-miss.ts'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, cancel, move } from '../booking/fixtures/booked.ts'
import { at } from '../booking/fixtures/days.ts'
import { agreed, awaiting, type Desk, plantDesk, staffOf, TODAY, TOMORROW, todayAt } from './fixtures/desk.ts'
import { arrived, called, step } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()

/** The verdict of looking, and what becomes of recording it. */
async function verdict(desk: Desk, code: string, now: Date) {
  const { officeId, clerk: actor } = desk
  const wish = { actor, officeId, now }
  const [found] = accepted(
    await findArrival(pool, { ...wish, query: { by: 'text', text: groupedCode(code) } }),
  )
  const recorded = await recordArrival(pool, { ...wish, code, roles: [1, 2] })
  return { said: found?.judgement, ok: recorded.ok, recorded }
}

describe('the verdict', () => {
  test.each([
    ['08:59:59', 'too-early', 'come-back', false],
    ['09:00:00', 'fine', 'take-in', true],
    ['10:15:00', 'fine', 'take-in', true],
    ['10:15:01', 'late', 'take-in-behind', true],
    ['16:59:00', 'late', 'take-in-behind', true],
  ])('at %s for ten o’clock is %s', async (time, said, next, ok) => {
    const desk = await plantDesk(pool)
    const { code } = await agreed(pool, desk)
    const result = await verdict(desk, code, todayAt(time))
    expect(result).toMatchObject({ said: { verdict: said, step: { do: next } }, ok })
    if (!ok) expect(result.recorded).toMatchObject({ reason: 'not-allowed', errors: [{ reason: said }] })
  })

  test('of another day tells the day, or that it is over', async () => {
    const desk = await plantDesk(pool)
    const { code } = await agreed(pool, desk, { day: TOMORROW })
    expect(await verdict(desk, code, todayAt('10:00'))).toMatchObject({
      ok: false,
      said: { verdict: 'wrong-day', step: { do: 'come-on', date: TOMORROW, startTime: '10:00' } },
    })
    expect(await verdict(desk, code, at('2026-12-03'))).toMatchObject({
      ok: false,
      said: { verdict: 'wrong-day', step: { do: 'book-or-walk-in' } },
    })
  })

  test('of another office tells which, and nobody’s name', async () => {
    const [desk, other] = [await plantDesk(pool), await plantDesk(pool)]
    const { code } = await agreed(pool, other)
    expect(await verdict(desk, code, todayAt('09:50'))).toMatchObject({
      ok: false,
      said: { verdict: 'wrong-office', step: { do: 'go-to', officeId: other.officeId } },
    })
    const { officeId, clerk: actor } = desk
    const query = { by: 'text', text: code } as const
    const [found] = accepted(await findArrival(pool, { actor, officeId, query, now: todayAt('09:50') }))
    expect(found).toMatchObject({ people: [], expected: 2 })
  })

  test('of a cancelled one, of one the other has not agreed to, and of a move nobody answered', async () => {
    const desk = await plantDesk(pool)
    const gone = await agreed(pool, desk)
    accepted(await cancel(pool, gone, gone.first))
    expect(await verdict(desk, gone.code, todayAt('09:50'))).toMatchObject({
      ok: false,
      said: { verdict: 'cancelled', step: { do: 'book-or-walk-in' } },
    })
    const half = await awaiting(pool, desk)
    await pool.query('UPDATE appointment SET held_until = $2 WHERE code = $1', [half.code, todayAt('12:00')])
    expect(await verdict(desk, half.code, todayAt('09:50'))).toMatchObject({
      ok: false,
      said: { verdict: 'not-agreed', step: { do: 'ask-to-agree' } },
    })
    const moving = await agreed(pool, desk)
    accepted(
      await move(pool, moving, moving.first, desk.slotAt('10:00', TOMORROW), {
        now: at('2026-11-30', '09:00:00'),
      }),
    )
    await pool.query('UPDATE appointment SET held_until = $2 WHERE code = $1', [
      moving.code,
      todayAt('09:55'),
    ])
    expect(await verdict(desk, moving.code, todayAt('09:50'))).toMatchObject({
      said: { verdict: 'not-agreed', step: { do: 'answer-the-move' } },
    })
    // Nobody answered in time: the time both had agreed to stands.
    expect(await verdict(desk, moving.code, todayAt('09:55'))).toMatchObject({
      said: { verdict: 'fine' },
      ok: true,
    })
  })

  test('of people who are here, have left, or were served', async () => {
    const desk = await plantDesk(pool)
    const { code } = await agreed(pool, desk)
    const ticket = await arrived(pool, desk, code)
    expect((await verdict(desk, code, todayAt('09:55'))).said).toEqual({
      verdict: 'already-here',
      step: { do: 'show-ticket' },
    })
    const left = accepted(await leaveTicket(pool, step(desk, ticket)))
    expect((await verdict(desk, code, todayAt('10:05'))).said?.step).toEqual({ do: 'return-ticket' })
    expect(left.state).toBe('left')
    const other = await agreed(pool, desk)
    const at = await called(pool, desk, await arrived(pool, desk, other.code))
    accepted(await finishTicket(pool, { ...step(desk, at, '10:20'), outcome: 'registered' }))
    expect((await verdict(desk, other.code, todayAt('10:30'))).said?.verdict).toBe('already-done')
  })

  test('of people who were put down as missing and come after all is late, and the note is void', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const { code } = await agreed(pool, desk)
    accepted(await recordMiss(pool, { actor, officeId, code, roles: [1, 2], now: todayAt('11:00') }))
    expect(await verdict(desk, code, todayAt('11:05'))).toMatchObject({ said: { verdict: 'late' }, ok: true })
    const { rows } = await pool.query(`SELECT t.id, t.version FROM ticket t WHERE office_id = $1`, [officeId])
    const at = accepted(
      await callTicket(pool, { actor, ticketId: rows[0].id, version: 0, window: '1', now: todayAt('11:06') }),
    )
    accepted(await finishTicket(pool, { ...step(desk, at, '11:10'), outcome: 'registered' }))
    const counting = await pool.query(
      'SELECT FROM no_show n JOIN appointment a ON a.id = n.appointment_id WHERE a.code = $1 AND n.voided_at IS NULL',
      [code],
    )
    expect(counting.rowCount).toBe(0)
  })
})

describe('who arrives is found', () => {
  test('by the signed code as scanned, and not by one that somebody else has signed', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const { code } = await agreed(pool, desk)
    const voucher = signVoucher({ code, officeId, date: calendarDate(TODAY) })
    const scan = (text: string) =>
      findArrival(pool, { actor, officeId, query: { by: 'text', text }, now: todayAt('09:50') })
    for (const text of [voucher, `https://yueding.example/genuine?v=${voucher}`, code, code.toLowerCase()])
      expect(accepted(await scan(text))).toMatchObject([{ code, people: [{ role: 1 }, { role: 2 }] }])
    const forged = voucher.slice(0, -4) + (voucher.endsWith('AAAA') ? 'BBBB' : 'AAAA')
    expect(await scan(forged)).toMatchObject({ errors: [{ reason: 'voucher-not-ours' }] })
    expect(await scan('hello')).toMatchObject({ errors: [{ reason: 'no-such-code' }] })
  })

  test('by name and birth date in this office, by document anywhere, today first', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const { code, first } = await agreed(pool, desk)
    const { name, birthDate, documentNumber: number } = first.party
    const now = todayAt('09:50')
    const search = (query: Parameters<typeof findArrival>[1]['query'], at = { actor, officeId }) =>
      findArrival(pool, { ...at, query, now })
    expect(accepted(await search({ by: 'name', name, birthDate }))).toMatchObject([{ code }])
    expect(accepted(await search({ by: 'name', name, birthDate: '1950-01-01' }))).toEqual([])
    expect(accepted(await search({ by: 'document', number }))).toMatchObject([{ code }])
    expect(JSON.stringify(accepted(await search({ by: 'document', number })))).not.toContain(number)
    const other = await plantDesk(pool)
    const there = { actor: staffOf(other.officeId), officeId: other.officeId }
    expect(accepted(await search({ by: 'name', name, birthDate }, there))).toEqual([])
    expect(accepted(await search({ by: 'document', number }, there))).toMatchObject([
      { judgement: { verdict: 'wrong-office' }, people: [] },
    ])
    const looked = await pool.query(
      `SELECT FROM audit_entry WHERE act = 'arrival-looked-up' AND actor_id = $1`,
      [actor.id],
    )
    expect(looked.rowCount).toBe(3)
  })
})
