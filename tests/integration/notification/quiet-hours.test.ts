import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import type { Delivery, WrittenLetter } from '#lib/domain/letter.ts'
import { maskName } from '#lib/domain/masking.ts'
import { findContact } from '#lib/identity/find-contact.ts'
import { sealLetter } from '#lib/identity/seal-letter.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { agreedCouple, cancel, waitingCouple } from '../booking/fixtures/booked.ts'
import { minutesLater, NOW, plantSlots, SLOT_DAY } from '../booking/fixtures/slots.ts'
import { choose, deliver, emptyHouse, indexOf, SENT } from './fixtures/house.ts'
import { outboxOf } from './fixtures/post.ts'

const { pool } = await openTestDatabase()
beforeEach(() => emptyHouse(pool))

describe('quiet hours', () => {
  const night = instantAt(addDays(SLOT_DAY, -7), '22:30')
  const morning = instantAt(addDays(SLOT_DAY, -6), '08:00')

  test('put off to the morning what can wait, without counting it as a try', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const booked = await agreedCouple(pool, slot)
    expect(await deliver(pool, night)).toEqual([])
    expect((await outboxOf(pool, booked.code)).slice(2)).toMatchObject([
      { event: 'confirmed', dueAt: morning, attempts: 0 },
      { event: 'confirmed', dueAt: morning, attempts: 0 },
    ])
    expect(await deliver(pool, new Date(morning.getTime() - 1))).toEqual([])
    expect(await deliver(pool, morning)).toHaveLength(2)
  })

  test('are one’s own where one has chosen them', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const booked = await agreedCouple(pool, slot)
    await choose(pool, booked.first, { quietFrom: '23:00', quietUntil: '06:00' })
    await choose(pool, booked.second, { quietFrom: '20:00', quietUntil: '10:00', safe: true })
    expect((await deliver(pool, night)).map(({ address }) => address)).toEqual(['a@b.example'])
    expect((await outboxOf(pool, booked.code)).at(-1)?.dueAt).toEqual(
      instantAt(addDays(SLOT_DAY, -6), '10:00'),
    )
  })

  test('do not hold up a cancellation for tomorrow, nor a code', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const booked = await agreedCouple(pool, slot)
    await deliver(pool, NOW)
    const eve = instantAt(addDays(SLOT_DAY, -1), '14:30')
    await cancel(pool, booked, booked.first, { now: eve })
    await pool.query(`UPDATE outbox_message SET detail = '{"by": 1}' WHERE event = 'cancelled'`)
    await queueMessages(pool, [
      {
        role: 1,
        event: 'code',
        locale: 'zh-CN',
        dueAt: instantAt(addDays(SLOT_DAY, -1), '22:59'),
        sealed: sealLetter({
          to: { medium: 'email', address: 'x@y.example' },
          digits: '654321',
          until: instantAt(addDays(SLOT_DAY, -1), '23:09').toISOString(),
        }),
      },
    ])
    const letters = await deliver(pool, instantAt(addDays(SLOT_DAY, -1), '23:00'))
    expect(letters.map(({ event, medium }) => `${event} ${medium}`)).toEqual([
      'cancelled sms',
      'cancelled sms',
      'code email',
    ])
    expect(letters[0]?.text).toContain('您已取消')
    expect(letters[1]?.text).toContain(`${maskName(booked.first.party.name)}取消了`)
    expect(letters[2]?.text).toContain('654321')
  })
})

describe('a dead address', () => {
  test('is noted, and the phone of the sign-in takes its place', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const booked = await waitingCouple(pool, slot)
    await choose(pool, booked.first, {})
    const answer = ({ medium }: WrittenLetter): Delivery =>
      medium === 'email' ? { state: 'dead-address' } : SENT
    const letters = await deliver(pool, NOW, answer)
    expect(letters.map(({ event, address }) => [event, address])).toContainEqual([
      'held',
      booked.first.party.phone,
    ])
    expect(await findContact(pool, indexOf(booked.first))).toMatchObject({ medium: 'email', dead: true })
    expect((await outboxOf(pool, booked.code))[0]).toMatchObject({ event: 'held', failure: null })
  })

  test('that was to be safe has no second way; one without a contact ends for good', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const booked = await waitingCouple(pool, slot)
    await choose(pool, booked.first, { safe: true })
    expect(await deliver(pool, NOW, () => ({ state: 'dead-address' }))).toEqual([])
    expect(await deliver(pool, minutesLater(60 * 4))).toEqual([])
    expect((await outboxOf(pool, booked.code)).map(({ failure }) => failure)).toEqual([
      'dead-address',
      'dead-address',
    ])
  })
})
