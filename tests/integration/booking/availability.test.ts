import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { findNextFree } from '#lib/booking/find-next-free.ts'
import { type Availability, loadAvailability } from '#lib/booking/load-availability.ts'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { bookingOf, couple } from './fixtures/couples.ts'
import { NOW, plantSlots, SLOT_DAY } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()

describe('what an office offers', () => {
  test('is at most a second old, and the tag changes when a seat goes', async () => {
    const [slot] = await plantSlots(pool, { capacity: 3 })
    const first = await offered(slot, NOW)
    await bookAppointment(pool, bookingOf(couple(), slot))
    const within = await offered(slot, new Date(NOW.getTime() + 999))
    expect(within).toBe(first)
    const after = await offered(slot, new Date(NOW.getTime() + 1000))
    expect(remainingOf(after)).toBe(2)
    expect(after.etag).not.toBe(first.etag)
    const unchanged = await offered(slot, new Date(NOW.getTime() + 5000))
    expect(unchanged).toMatchObject({ etag: after.etag, body: after.body })
  })

  test('is one query for all who ask at the same moment', async () => {
    const [slot] = await plantSlots(pool, { capacity: 3 })
    await officeOf(slot)
    let queries = 0
    const counting = Object.assign(Object.create(pool), {
      query: (...statement: Parameters<typeof pool.query>) => {
        queries += 1
        return pool.query(...statement)
      },
    })
    const all = await Promise.all(Array.from({ length: 500 }, () => offered(slot, NOW, counting)))
    expect(new Set(all).size).toBe(1)
    expect(queries).toBeLessThan(10)
  })

  test('says of every day asked for what it is, and is the same as text', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const officeId = await officeOf(slot)
    const wish = {
      officeId,
      service: 'MARRIAGE',
      from: calendarDate('2026-11-22'),
      locale: 'zh-CN',
      now: NOW,
    } as const
    const told = await loadAvailability(pool, { ...wish, until: calendarDate('2026-12-24') })
    const states = Object.fromEntries(told.days.map(({ date, state }) => [date, state]))
    expect(told.days).toHaveLength(33)
    expect(states).toMatchObject({
      '2026-11-22': 'too-late',
      '2026-11-23': 'closed',
      [SLOT_DAY]: 'open',
      '2026-12-22': 'closed',
      '2026-12-23': 'not-released',
    })
    expect(JSON.parse(told.body)).toEqual({ officeId, service: 'MARRIAGE', days: told.days })
  })

  test('says why a day is closed, in the language of who asks: the office’s own reason before the holiday', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const officeId = await officeOf(slot)
    const holiday = calendarDate('2026-12-20')
    const [closed, lane] = [addDays(holiday, 1), addDays(holiday, 2)]
    const name = { 'zh-CN': '测试节', 'zh-Hant': '測試節', en: 'Test Day' }
    const reason = { 'zh-CN': '消防检查', 'zh-Hant': '消防檢查', en: 'Fire inspection' }
    await pool.query(
      `INSERT INTO calendar_day (date, kind, name, status, source)
       SELECT day, 'holiday', $1, 'official', 'test' FROM unnest($2::date[]) day`,
      [name, [holiday, closed]],
    )
    await pool.query(
      `INSERT INTO closure (id, office_id, lane_id, "from", until, reason)
       VALUES ('own', $1, NULL, $2, $2, $4), ('other', $1, 'lane of something else', $3, $3, $4)`,
      [officeId, closed, lane, reason],
    )
    const wish = { officeId, service: 'MARRIAGE', from: holiday, until: lane, now: NOW } as const
    const notes = async (locale: Locale) =>
      (await loadAvailability(pool, { ...wish, locale })).days.map((day) => day.note)
    expect(await notes('zh-CN')).toEqual(['测试节', '消防检查', undefined])
    expect(await notes('en')).toEqual(['Test Day', 'Fire inspection', undefined])
  })

  test('keeps nothing for ever, whatever is asked', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const officeId = await officeOf(slot)
    for (let later = 0; later < 450; later += 1) {
      const until = addDays(SLOT_DAY, later)
      await loadAvailability(pool, {
        officeId,
        service: 'MARRIAGE',
        from: until,
        until,
        locale: 'zh-CN',
        now: NOW,
      })
    }
    expect(remainingOf(await offered(slot, NOW))).toBe(1)
  })

  test('names the earliest free time, past full and closed ones', async () => {
    const [first, second = 0, third = 0] = await plantSlots(pool, { count: 3, capacity: 1 })
    const officeId = await officeOf(first)
    await bookAppointment(pool, bookingOf(couple(), first))
    await pool.query('UPDATE slot SET open = false WHERE id = $1', [second])
    const found = await findNextFree(pool, {
      officeIds: [officeId, 'nowhere'],
      service: 'MARRIAGE',
      now: NOW,
    })
    const { rows } = await pool.query<{ start: string }>(
      'SELECT start_time AS start FROM slot WHERE id = $1',
      [third],
    )
    expect([...found]).toEqual([[officeId, { date: SLOT_DAY, start: rows[0]?.start, freeShare: 0.5 }]])
  })
})

async function offered(slot: number, now: Date, through = pool): Promise<Availability> {
  const wish = {
    officeId: await officeOf(slot),
    service: 'MARRIAGE',
    from: SLOT_DAY,
    until: SLOT_DAY,
    locale: 'zh-CN',
  } as const
  return loadAvailability(through, { ...wish, now })
}

function remainingOf({ days }: Availability): number | undefined {
  return days[0]?.slots[0]?.remaining
}

const offices = new Map<number, string>()

async function officeOf(slot: number): Promise<string> {
  const known = offices.get(slot)
  if (known) return known
  const { rows } = await pool.query<{ id: string }>('SELECT office_id AS id FROM slot WHERE id = $1', [slot])
  const id = rows[0]?.id ?? ''
  offices.set(slot, id)
  return id
}
