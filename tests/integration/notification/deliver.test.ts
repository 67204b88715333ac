import { beforeEach, describe, expect, test } from 'vitest'
import { isRush } from '#lib/booking/is-rush.ts'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { maskName } from '#lib/domain/masking.ts'
import { keepDemoLetter } from '#lib/identity/keep-demo-letter.ts'
import { listDemoLetters } from '#lib/identity/list-demo-letters.ts'
import { sealLetter } from '#lib/identity/seal-letter.ts'
import { deliverMessages } from '#lib/notification/deliver-messages.ts'
import { openWays } from '#lib/notification/open-ways.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { agreedCouple, cancel, confirm, waitingCouple } from '../booking/fixtures/booked.ts'
import { minutesLater, NOW, plantSlots, SLOT_DAY } from '../booking/fixtures/slots.ts'
import { deliver, emptyHouse, SENT } from './fixtures/house.ts'
import { outboxOf, postOver } from './fixtures/post.ts'

const { pool } = await openTestDatabase()
beforeEach(() => emptyHouse(pool))

describe('delivering', () => {
  test('tells each of the two what concerns them, on their own phone, once', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const booked = await waitingCouple(pool, slot)
    const [held, asked, ...others] = await deliver(pool, NOW)
    expect(others).toEqual([])
    expect(held).toMatchObject({ event: 'held', medium: 'sms', address: booked.first.party.phone })
    expect(held?.text).toContain(groupedCode(booked.code))
    expect(asked).toMatchObject({ event: 'partner-asked', address: booked.second.party.phone })
    // The link alone lets her agree: it carries the code that no row holds.
    expect(asked?.text).toContain(`/agree?code=${booked.code}&confirm=${booked.partnerCode}`)
    expect(asked?.text).toContain(maskName(booked.first.party.name))
    expect(asked?.text).not.toContain(booked.first.party.name)
    expect(await deliver(pool, minutesLater(5))).toEqual([])
    expect(await outboxOf(pool, booked.code)).toMatchObject([
      { event: 'held', attempts: 1, sentAt: NOW, medium: 'sms', failure: null },
      { event: 'partner-asked', attempts: 1, sentAt: NOW },
    ])
  })

  test('says nothing of who and what in a quiet service, and never gives the code to the wrong one', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const booked = await waitingCouple(pool, slot, 'DIVORCE_APPLICATION')
    const [held, asked] = await deliver(pool, NOW)
    for (const letter of [held, asked]) {
      const everything = JSON.stringify(letter)
      expect(everything).not.toMatch(/离婚|離婚|divorc/i)
      for (const { party } of [booked.first, booked.second]) {
        expect(everything).not.toContain(party.name)
        expect(everything).not.toContain(maskName(party.name))
      }
    }
    expect(held?.text).not.toContain(booked.partnerCode)
  })

  test('does not tell what has been overtaken: by an answer, a cancellation, the day itself', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const agreed = await agreedCouple(pool, slot)
    await cancel(pool, agreed, agreed.second)
    expect((await deliver(pool, NOW)).map(({ event }) => event)).toEqual(['cancelled', 'cancelled'])
    const failures = (await outboxOf(pool, agreed.code)).map(({ event, failure }) => [event, failure])
    expect(failures).toEqual([
      ['held', 'superseded'],
      ['partner-asked', 'superseded'],
      ['confirmed', 'superseded'],
      ['confirmed', 'superseded'],
      ['cancelled', null],
      ['cancelled', null],
    ])
    const late = await agreedCouple(pool, slot)
    expect(await deliver(pool, instantAt(SLOT_DAY, '08:00'))).toEqual([])
    expect((await outboxOf(pool, late.code)).map(({ failure }) => failure)).toEqual([
      'superseded',
      'superseded',
      'too-late',
      'too-late',
    ])
  })

  test('a reminder is left once, however often its job runs, and is void for another time', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const { code } = await agreedCouple(pool, slot)
    await deliver(pool, NOW)
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM appointment WHERE code = $1', [code])
    const remind = (date: string) =>
      queueMessages(pool, [
        {
          appointmentId: rows[0]?.id,
          role: 1,
          event: 'day-before',
          locale: 'en',
          dueAt: minutesLater(60),
          dedupe: `day-before ${code} 1 ${date}`,
          detail: { date },
        },
      ])
    expect([await remind(SLOT_DAY), await remind(SLOT_DAY), await remind('2026-12-02')]).toEqual([1, 0, 1])
    expect(await deliver(pool, minutesLater(59))).toEqual([])
    const letters = await deliver(pool, minutesLater(60))
    expect(letters.map(({ event, locale }) => [event, locale])).toEqual([['day-before', 'en']])
    expect(letters[0]?.text).toMatch(/^Yueding: reminder/)
  })

  test('several at once share the outbox: nothing is sent twice', async () => {
    const [slot] = await plantSlots(pool, { capacity: 100 })
    for (let count = 0; count < 60; count += 1) await waitingCouple(pool, slot)
    const all = (await Promise.all(Array.from({ length: 6 }, () => deliver(pool, NOW)))).flat()
    expect(all).toHaveLength(120)
    expect(new Set(all.map(({ key }) => key)).size).toBe(120)
  })

  test('a code that somebody waits for goes before all letters of a rush, and the letters make way for bookings', async () => {
    const [slot] = await plantSlots(pool, { capacity: 10 })
    for (let count = 0; count < 3; count += 1) await waitingCouple(pool, slot)
    const to = { medium: 'email', address: 'a@b.example' } as const
    const sealed = sealLetter({ to, digits: '123456', until: minutesLater(10).toISOString() })
    await queueMessages(pool, [{ event: 'code', role: 1, locale: 'zh-CN', dueAt: minutesLater(1), sealed }])
    const sent: string[] = []
    const post = postOver(pool, async ({ event }) => {
      sent.push(event)
      return SENT
    })
    const asked: string[][] = []
    const isRush = () => asked.push([...sent]) === 1
    await deliverMessages(pool, { clock: () => minutesLater(1), post, batch: 6, isRush })
    // Asked once after the code, where a second was waited, and once after each of the batches that followed.
    expect(asked.map(({ length }) => length)).toEqual([1, 7])
    expect(asked[0]).toEqual(['code'])
  })
})

test('many who ask in the same moment are a rush; two seconds later it is over', async () => {
  const [slot] = await plantSlots(pool, { capacity: 100 })
  await waitingCouple(pool, slot)
  expect(isRush(NOW)).toBe(false)
  await Promise.all(Array.from({ length: 80 }, () => waitingCouple(pool, slot)))
  expect(isRush(NOW)).toBe(true)
  expect(isRush(new Date(NOW.getTime() + 2000))).toBe(false)
})

test('without a way out a demo keeps its letters, readable by us alone; a house that is no demo keeps waiting', async () => {
  const [slot] = await plantSlots(pool, { capacity: 5 })
  const booked = await waitingCouple(pool, slot)
  const nowhere = openWays((letter, now) => keepDemoLetter(pool, letter, now), {})
  await deliverMessages(pool, { clock: () => NOW, post: postOver(pool, nowhere.send) })
  expect((await outboxOf(pool, booked.code)).map(({ sentAt }) => sentAt)).toEqual([null, null])
  const demo = openWays(async () => {}, { demo: (letter, now) => keepDemoLetter(pool, letter, now) })
  // At night, too: there is nobody whom it would wake.
  const post = { ...postOver(pool, demo.send), wakesNobody: demo.wakesNobody }
  await deliverMessages(pool, { clock: () => instantAt(shanghaiToday(NOW), '23:30'), post })
  expect((await outboxOf(pool, booked.code)).map(({ medium }) => medium)).toEqual(['demo', 'demo'])
  const end = booked.second.party.phone.slice(-4)
  const letters = await listDemoLetters(pool, { end, most: 10 })
  expect(letters.map(({ address }) => address)).toContain(booked.second.party.phone)
  const { rows } = await pool.query<{ sealed: Buffer }>('SELECT sealed FROM demo_letter')
  for (const { sealed } of rows) expect(sealed.includes(booked.code)).toBe(false)
  await confirm(pool, booked, booked.second)
})
