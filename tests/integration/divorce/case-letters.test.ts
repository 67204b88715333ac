import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { recomputeCases } from '#lib/divorce/recompute-cases.ts'
import { remindParties } from '#lib/divorce/remind-parties.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { choose, deliver } from '../notification/fixtures/house.ts'
import { accepted, announce2027, close, nextOf, noonOf, plantLaw } from './fixtures/cases.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
await plantOffice(pool, { id: 'anji' })

// Received on 1 September 2026: cooling-off until 8 October, window from 9 October to 9 November.
const ACCEPTED = noonOf('2026-09-01')

beforeEach(() => pool.query('TRUNCATE outbox_message, text_version, divorce_case, divorce_party'))

describe('letters about a case', () => {
  test('tell each of the two, in their own language and at their own address, and not what it is about', async () => {
    const two = couple()
    await choose(pool, two.second, { medium: 'email', address: 'own@mail.example' })
    await accepted(pool, two, { now: ACCEPTED, receiptNumber: 'AJ-2026-090412' })
    const [first, second] = await deliver(pool, ACCEPTED)
    expect(first).toMatchObject({ medium: 'sms', address: two.first.party.phone, locale: 'zh-CN' })
    expect(second).toMatchObject({ medium: 'email', address: 'own@mail.example', locale: 'en' })
    for (const part of ['0412', '10月9日', '11月9日', '/progress']) expect(first?.text).toContain(part)
    for (const part of ['Thu 8 Oct', 'Fri 9 Oct', 'Mon 9 Nov', '0412', '/progress'])
      expect(second?.text.replaceAll(',', '')).toContain(part)
    const said = JSON.stringify([first, second].map((letter) => ({ ...letter, address: '' })))
    for (const { party } of [two.first, two.second])
      for (const word of [party.name, party.phone, party.documentNumber]) expect(said).not.toContain(word)
    expect(said).not.toMatch(/离婚|divorc|冷静期|cooling|AJ-2026/i)
    expect(await deliver(pool, ACCEPTED)).toEqual([])
  })

  test('wait for the morning', async () => {
    const night = instantAt(calendarDate('2026-09-01'), '22:30')
    await accepted(pool, couple(), { now: night })
    expect(await deliver(pool, night)).toEqual([])
    expect(await deliver(pool, instantAt(calendarDate('2026-09-02'), '08:00'))).toHaveLength(2)
  })

  test('of a withdrawal are the same for both, and take the place of what was not sent yet', async () => {
    const id = await accepted(pool, couple(), { now: ACCEPTED, locales: ['zh-CN', 'zh-CN'] })
    await close(pool, id, 'withdraw', '2026-09-03', { role: 2, paper: 'receipt' })
    const letters = await deliver(pool, noonOf('2026-09-03'))
    expect(letters.map(({ event }) => event)).toEqual(['case-withdrawn', 'case-withdrawn'])
    expect(letters[0]?.text).toBe(letters[1]?.text)
    expect(letters[0]?.text).not.toMatch(/对方|撤回|月|日 /)
    expect(await fatesOf('case-opened')).toEqual(['superseded', 'superseded'])
  })

  test.each([
    ['issue', '2026-10-12', 'case-issued'],
    ['lapse', '2026-11-10', 'case-lapsed'],
  ] as const)('of an end: %s', async (act, day, event) => {
    const id = await accepted(pool)
    await deliver(pool, noonOf('2026-09-21'))
    await close(pool, id, act, day)
    expect((await deliver(pool, noonOf(day))).map((letter) => letter.event)).toEqual([event, event])
  })

  test('go nowhere when the only safe contact is dead', async () => {
    const two = couple()
    await choose(pool, two.first, { safe: true })
    await pool.query('UPDATE contact SET dead_since = now()')
    await accepted(pool, two, { now: ACCEPTED })
    expect((await deliver(pool, ACCEPTED)).map(({ locale }) => locale)).toEqual(['en'])
    expect(await fatesOf('case-opened')).toEqual(['dead-address', null])
  })

  test('take the words of the office, unless those tell too much', async () => {
    await template('case-opened', '本处提醒：{fromDate}至{untilDate}，尾号{receipt}')
    await template('window-opens', '冷静期已满，最晚{untilDate}')
    await accepted(pool, couple(), { now: ACCEPTED, receiptNumber: 'R-0007', locales: ['zh-CN', 'zh-CN'] })
    expect((await deliver(pool, ACCEPTED))[0]?.text).toBe('本处提醒：10月9日 周五至11月9日 周一，尾号0007')
    await remindParties(pool, noonOf('2026-10-09'))
    const [opens] = await deliver(pool, noonOf('2026-10-09'))
    expect(opens?.text).toContain('可以办下一步了')
  })
})

describe('reminders', () => {
  test('each reach both once, on their days', async () => {
    await accepted(pool)
    await deliver(pool, noonOf('2026-09-21'))
    const sent: string[] = []
    for (let day = calendarDate('2026-10-01'); day <= '2026-11-10'; day = nextOf(day)) {
      await remindParties(pool, noonOf(day))
      for (const { event } of await deliver(pool, noonOf(day))) sent.push(`${day} ${event}`)
    }
    expect(sent).toEqual(
      [
        '2026-10-05 cooling-off-ends',
        '2026-10-09 window-opens',
        '2026-11-02 window-closes-soon',
        '2026-11-07 window-closes',
      ].flatMap((line) => [line, line]),
    )
  })

  test('of a case that was closed meanwhile are not sent', async () => {
    const id = await accepted(pool)
    await deliver(pool, noonOf('2026-09-21'))
    await remindParties(pool, noonOf('2026-10-06'))
    await close(pool, id, 'withdraw', '2026-10-06')
    const letters = await deliver(pool, noonOf('2026-10-06'))
    expect(letters.map(({ event }) => event)).toEqual(['case-withdrawn', 'case-withdrawn'])
    expect(await fatesOf('cooling-off-ends')).toEqual(['superseded', 'superseded'])
  })

  test('that waited for a closed gateway are not sent after their day', async () => {
    await accepted(pool)
    await deliver(pool, noonOf('2026-09-21'))
    await remindParties(pool, noonOf('2026-10-06'))
    await deliver(pool, noonOf('2026-10-06'), () => ({ state: 'away' }))
    expect(await deliver(pool, instantAt(calendarDate('2026-10-08'), '18:00'))).toEqual([])
    expect(await fatesOf('cooling-off-ends')).toEqual(['too-late', 'too-late'])
  })

  test('move with the dates: the one left for the old day is not sent, the new day has its own', async () => {
    const id = await accepted(pool, couple(), {
      acceptedOn: calendarDate('2026-12-08'),
      now: noonOf('2026-12-08'),
    })
    const opened = await deliver(pool, noonOf('2026-12-08'))
    expect(opened[0]?.text).toContain('以国务院放假通知为准')
    await remindParties(pool, noonOf('2027-01-08'))
    await deliver(pool, noonOf('2027-01-08'))
    expect(await endOf(id)).toBe('2027-02-09')
    const soon = calendarDate('2027-02-04')
    await remindParties(pool, noonOf(soon))
    await announce2027(pool)
    forgetRules()
    await recomputeCases(pool, noonOf(soon))
    expect(await endOf(id)).toBe('2027-02-12')
    await remindParties(pool, noonOf(soon))
    const moved = await deliver(pool, noonOf(soon))
    expect(moved.map(({ event }) => event)).toEqual(['case-dates-moved', 'case-dates-moved'])
    expect(moved[0]?.text).toContain('2月12日')
    expect(moved[0]?.text).not.toContain('国务院')
    expect(await fatesOf('window-closes-soon')).toEqual(['superseded', 'superseded'])
    const later: string[] = []
    for (let day = nextOf(soon); day <= '2027-02-12'; day = nextOf(day)) {
      await remindParties(pool, noonOf(day))
      for (const { event } of await deliver(pool, noonOf(day))) later.push(`${day} ${event}`)
    }
    expect(later).toEqual([
      '2027-02-05 window-closes-soon',
      '2027-02-05 window-closes-soon',
      '2027-02-10 window-closes',
      '2027-02-10 window-closes',
    ])
  })
})

async function endOf(id: string): Promise<string> {
  const { rows } = await pool.query('SELECT cert_window_end::text AS day FROM divorce_case WHERE id = $1', [
    id,
  ])
  return rows[0].day
}

/** Why the messages of an event did not leave, by role; null for those that did. */
async function fatesOf(event: string): Promise<(string | null)[]> {
  const { rows } = await pool.query(
    'SELECT failure FROM outbox_message WHERE event = $1 AND (sent_at IS NOT NULL OR failed_at IS NOT NULL) ORDER BY role, id',
    [event],
  )
  return rows.map(({ failure }) => failure)
}

async function template(key: string, sms: string): Promise<void> {
  const wording = { sms, subject: sms, email: sms }
  await pool.query(
    `INSERT INTO text_version (id, kind, scope, scope_id, key, text, valid_from, source)
     VALUES ($1, 'letter', 'office', 'anji', $2, $3, '2026-01-01', 'test')`,
    [randomUUID(), key, { 'zh-CN': wording, 'zh-Hant': wording, en: wording }],
  )
}
