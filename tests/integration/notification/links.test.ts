import { beforeEach, describe, expect, test } from 'vitest'
import { askStillComing } from '#lib/booking/ask-still-coming.ts'
import { readComingPass } from '#lib/booking/read-coming-pass.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { findLeavingEntry } from '#lib/rush/find-leaving-entry.ts'
import { offerReturnedSeats } from '#lib/rush/offer-returned-seats.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { agreedCouple, cancel, waitingCouple } from '../booking/fixtures/booked.ts'
import { minutesLater, plantSlots, SLOT_DAY } from '../booking/fixtures/slots.ts'
import { coupleInLine } from '../rush/fixtures/line.ts'
import { choose, deliver, emptyHouse } from './fixtures/house.ts'

const { pool } = await openTestDatabase()
beforeEach(() => emptyHouse(pool))

describe('a link in a letter', () => {
  test('the question whether they still come carries a link that answers it, for this person and time', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const { code } = await agreedCouple(pool, slot)
    await pool.query('TRUNCATE outbox_message')
    const asked = instantAt(addDays(SLOT_DAY, -4), '10:00')
    await askStillComing(pool, asked)
    const letters = await deliver(pool, asked)
    expect(letters.map(({ event }) => event)).toEqual(['still-coming', 'still-coming'])
    for (const [index, { text }] of letters.entries()) {
      const token = /\/coming\/(\S+)/.exec(text)?.[1] ?? ''
      const pass = await readComingPass(pool, token, asked)
      expect([pass?.appointment.code, pass?.party.role]).toEqual([code, index + 1])
    }
  })
})

describe('the waiting list', () => {
  test('hears of an offer in the way its couple has chosen, and of its end; never of one that has passed', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const booked = await waitingCouple(pool, slot)
    const waiting = await coupleInLine(pool, slot)
    await choose(pool, waiting.first, {})
    await cancel(pool, booked, booked.first)
    await pool.query('TRUNCATE outbox_message')
    const offered = minutesLater(60)
    await offerReturnedSeats(pool, offered)
    const [offer, ...others] = await deliver(pool, offered)
    expect(others).toEqual([])
    expect(offer).toMatchObject({ event: 'offer', medium: 'email', address: 'a@b.example' })
    expect(offer?.text).toContain(`/waiting/offer/${waiting.entryId}`)
    const token = /waiting\/leave\/([\w-]+)/.exec(offer?.text ?? '')?.[1] ?? ''
    expect(await findLeavingEntry(pool, token, offered)).toMatchObject({ id: waiting.entryId })
    await pool.query('UPDATE outbox_message SET sent_at = NULL')
    const lapsed = minutesLater(60 * 24)
    await offerReturnedSeats(pool, lapsed)
    expect((await deliver(pool, lapsed)).map(({ event }) => event)).toEqual(['offer-lapsed'])
  })
})
