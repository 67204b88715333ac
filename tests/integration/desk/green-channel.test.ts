import { describe, expect, test } from 'vitest'
import { callNext } from '#lib/desk/call-next.ts'
import { setGreenChannel } from '#lib/desk/set-green-channel.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { agreed, plantDesk, todayAt } from './fixtures/desk.ts'
import { arrived, called, eventsOf, step, walkIn } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()

describe('the green channel', () => {
  test('is opened for a number that waits, and it is called before all others', async () => {
    const desk = await plantDesk(pool)
    const { code } = await agreed(pool, desk, { time: '10:00' })
    await arrived(pool, desk, code)
    const last = await walkIn(pool, desk, { time: '09:55' })
    const opened = accepted(
      await setGreenChannel(pool, { ...step(desk, last), greenChannel: true, reason: 'pregnancy' }),
    )
    expect(opened).toMatchObject({ greenChannel: true, rank: 0 })
    const next = accepted(
      await callNext(pool, {
        actor: desk.clerk,
        officeId: desk.officeId,
        window: '1',
        now: todayAt('10:01'),
      }),
    )
    expect(next?.id).toBe(last.id)
    expect(await eventsOf(pool, last.id)).toEqual(['give waiting', 'green waiting', 'call called 1'])
    const { rows } = await pool.query(
      `SELECT detail FROM audit_entry WHERE subject_id = $1 AND act = 'green-channel-opened'`,
      [last.id],
    )
    expect(rows).toEqual([{ detail: { reason: 'pregnancy' } }])
  })

  test('closed again, the number stands where it would have stood without it', async () => {
    const desk = await plantDesk(pool)
    const { code } = await agreed(pool, desk, { time: '10:00' })
    const before = await arrived(pool, desk, code)
    const open = accepted(
      await setGreenChannel(pool, { ...step(desk, before), greenChannel: true, reason: 'age' }),
    )
    const closed = accepted(
      await setGreenChannel(pool, { ...step(desk, open), greenChannel: false, reason: 'set-by-mistake' }),
    )
    expect(closed).toMatchObject({ rank: before.rank, orderAt: before.orderAt, greenChannel: false })
  })

  test('is refused without a reason of its own, to another version, and once they are called', async () => {
    const desk = await plantDesk(pool)
    const ticket = await walkIn(pool, desk)
    const open = { ...step(desk, ticket), greenChannel: true, reason: 'age' }
    expect(await setGreenChannel(pool, { ...open, reason: 'set-by-mistake' })).toMatchObject({
      reason: 'invalid-input',
    })
    expect(await setGreenChannel(pool, { ...open, version: 7 })).toMatchObject({
      errors: [{ reason: 'changed-meanwhile' }],
    })
    const now = await called(pool, desk, ticket)
    expect(await setGreenChannel(pool, { ...open, version: now.version })).toMatchObject({
      errors: [{ reason: 'ticket-called' }],
    })
  })
})
