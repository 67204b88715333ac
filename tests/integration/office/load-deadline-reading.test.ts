import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { acceptApplication } from '#lib/desk/accept-application.ts'
import { countDeadlines } from '#lib/divorce/count-deadlines.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { USUAL_READING } from '#lib/domain/cooling-off.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { loadDeadlineReading } from '#lib/office/load-deadline-reading.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { couple } from '../booking/fixtures/couples.ts'

const { pool } = await openTestDatabase()
const client = await pool.connect()
await plantRules(client)
client.release()
await plantOffice(pool, { id: 'guangming', regionCode: '440311', services: ['DIVORCE_CERTIFICATE'] })
await plantOffice(pool, { id: 'anji', regionCode: '330523', services: ['DIVORCE_CERTIFICATE'] })

const now = instantAt(calendarDate('2026-11-22'), '12:00')
const readingOf = (officeId: string | undefined, day: string) =>
  loadDeadlineReading(pool, officeId, { acceptedOn: calendarDate(day), now })

beforeEach(async () => {
  await pool.query(`DELETE FROM policy WHERE source = 'test'`)
  forgetRules()
})

async function rule(scope: string, scopeId: string, key: string, value: unknown, from: string, to?: string) {
  await pool.query(
    `INSERT INTO policy (id, scope, scope_id, key, value, valid_from, valid_to, source) VALUES ($1, $2, $3, $4, $5, $6, $7, 'test')`,
    [randomUUID(), scope, scopeId, key, JSON.stringify(value), from, to ?? null],
  )
}

test('the nation reads the law in the usual way, and says from where', async () => {
  expect(await readingOf('anji', '2026-09-01')).toEqual(USUAL_READING)
  expect(await readingOf(undefined, '2026-09-01')).toEqual(USUAL_READING)
  const { rows } = await pool.query(
    `SELECT key, value, source FROM policy WHERE scope = 'national' AND key = ANY($1) ORDER BY key`,
    [Object.keys(USUAL_READING)],
  )
  expect(rows.map(({ key, value }) => [key, value])).toEqual([
    ['shiftFirstPeriod', true],
    ['weekendIsRestDay', true],
  ])
  for (const { source } of rows) expect(source).toContain('《民法典》第二百零三条')
})

test('a switch changes on its day and in its province alone, and the narrower scope wins', async () => {
  await rule('region', '440000', 'shiftFirstPeriod', false, '2026-09-01', '2026-09-30')
  expect(await readingOf('guangming', '2026-08-31')).toEqual(USUAL_READING)
  expect(await readingOf('guangming', '2026-09-01')).toEqual({ ...USUAL_READING, shiftFirstPeriod: false })
  expect(await readingOf('guangming', '2026-09-30')).toEqual({ ...USUAL_READING, shiftFirstPeriod: false })
  expect(await readingOf('guangming', '2026-10-01')).toEqual(USUAL_READING)
  expect(await readingOf('anji', '2026-09-01')).toEqual(USUAL_READING)
  await rule('office', 'guangming', 'shiftFirstPeriod', true, '2026-09-15')
  await rule('office', 'guangming', 'weekendIsRestDay', false, '2026-09-15')
  forgetRules()
  expect(await readingOf('guangming', '2026-09-16')).toEqual({ ...USUAL_READING, weekendIsRestDay: false })
})

test('a switch that is neither on nor off stops the computation; rules of booking do not mix in', async () => {
  await rule('office', 'anji', 'shiftFirstPeriod', 'perhaps', '2026-09-01')
  await expect(readingOf('anji', '2026-09-01')).rejects.toThrow('not-yes-or-no')
  expect(await loadPolicy(pool, 'anji', now)).not.toHaveProperty('shiftFirstPeriod')
})

test('the desk and the calculator compute by the reading of the day of the receipt', async () => {
  await rule('region', '440000', 'shiftFirstPeriod', false, '2026-09-01', '2026-09-30')
  const usual = { coolingOffEnd: '2026-10-08', firstServiceDay: '2026-10-09', certWindowEnd: '2026-11-09' }
  const other = { coolingOffEnd: '2026-10-01', firstServiceDay: '2026-10-08', certWindowEnd: '2026-11-02' }
  const acceptedOn = calendarDate('2026-09-01')
  for (const [officeId, dates] of [
    ['anji', usual],
    ['guangming', other],
  ] as const) {
    const { first, second } = couple()
    const accepted = await acceptApplication(pool, {
      officeId,
      receiptNumber: randomUUID(),
      acceptedOn,
      parties: [first.party, second.party],
      locales: ['zh-CN', 'zh-CN'],
      by: 'clerk',
      now,
    })
    expect(accepted).toMatchObject({
      ok: true,
      value: { deadlines: dates, reading: { ...USUAL_READING, shiftFirstPeriod: officeId === 'anji' } },
    })
    expect((await countDeadlines(pool, { acceptedOn, officeId, now })).deadlines).toMatchObject(dates)
  }
  expect((await countDeadlines(pool, { acceptedOn, now })).deadlines).toMatchObject(usual)
})
