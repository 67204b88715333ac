import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, test } from 'vitest'
import { openParty } from '#lib/booking/open-party.ts'
import { STAFF_ROLES } from '#lib/domain/permissions.ts'
import { env } from '#lib/env.ts'
import { proveSecondFactor } from '#lib/identity/prove-second-factor.ts'
import { signInStaff } from '#lib/identity/sign-in-staff.ts'
import { plantDemoWorld } from '#prisma/seed/plant-demo-world.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { emptyDatabase } from './empty-database.ts'

const { pool } = await openTestDatabase()
const now = new Date('2026-11-22T12:00:00+08:00')

beforeAll(async () => {
  expect(await plantDemoWorld(now)).toBe(true)
})

async function column(query: string, values: unknown[] = []): Promise<unknown[]> {
  return (await pool.query({ text: query, values, rowMode: 'array' })).rows.flat()
}

describe('the demo world holds together', () => {
  test('the counters of every slot are the seats that are kept in it', async () => {
    await expectLedgerBalanced(pool)
    const [taken] = await column('SELECT sum(taken)::int FROM slot')
    expect(taken).toBeGreaterThan(2000)
  })

  test('every lane serves only what its office does in full, and every such service has a lane', async () => {
    const without = await column(
      `SELECT l.id FROM lane l, unnest(l.services) AS service
       WHERE NOT EXISTS (SELECT FROM office_service o WHERE o.office_id = l.office_id AND o.service = service
         AND o.mode = 'register')`,
    )
    const laneless = await column(
      `SELECT o.office_id || ' ' || o.service FROM office_service o WHERE o.mode = 'register'
         AND NOT EXISTS (SELECT FROM lane l WHERE l.office_id = o.office_id AND o.service = ANY(l.services))`,
    )
    expect([without, laneless]).toEqual([[], []])
  })

  test('an office without online booking says what to do instead, and offers the public no seat', async () => {
    expect(await column('SELECT id FROM office WHERE online_booking = (instead IS NOT NULL)')).toEqual([])
    expect(
      await column(
        'SELECT s.id FROM slot s JOIN office o ON o.id = s.office_id WHERE NOT o.online_booking AND s.public_capacity > 0',
      ),
    ).toEqual([])
  })

  test('appointments have as many people as their service needs, each with a rule set in force that day', async () => {
    const wrong = await column(
      `SELECT a.id FROM appointment a JOIN slot s ON s.id = a.slot_id JOIN lane l ON l.id = s.lane_id
         LEFT JOIN checklist_rule_set r ON r.id = a.rule_set_id
       WHERE NOT a.service = ANY(l.services) OR r.service IS DISTINCT FROM a.service OR r.valid_from > s.date
         OR (SELECT count(*) FROM party p WHERE p.appointment_id = a.id)
           <> CASE WHEN a.service IN ('MARRIAGE', 'DIVORCE_APPLICATION', 'CEREMONY') THEN 2 ELSE 1 END`,
    )
    expect(wrong).toEqual([])
  })

  test('somebody is active exactly as long as the appointment keeps its seat', async () => {
    const wrong = await column(
      `SELECT p.appointment_id FROM party p JOIN appointment a ON a.id = p.appointment_id
       WHERE p.active <> (a.status IN ('awaiting-partner', 'confirmed'))`,
    )
    expect(wrong).toEqual([])
  })

  test('slots reach from the last working days to the end of the longest horizon', async () => {
    const reach = (condition: string) =>
      column(
        `SELECT min(s.date)::text, max(s.date)::text FROM slot s JOIN lane l ON l.id = s.lane_id WHERE ${condition}`,
      )
    expect(await reach(`NOT 'DIVORCE_CERTIFICATE' = ANY(l.services)`)).toEqual(['2026-11-18', '2026-12-23'])
    // A certificate may be due ninety days from now.
    expect((await reach(`'DIVORCE_CERTIFICATE' = ANY(l.services)`))[1]).toBe('2027-02-19')
  })

  test('one Saturday is served at an office that is closed on the others, and stays a rest day', async () => {
    const days = await column(
      `SELECT DISTINCT s.date::text FROM slot s WHERE s.office_id = 'guangming' AND extract(isodow FROM s.date) > 5 AND s.open
         AND s.date > '2026-11-22'`,
    )
    expect(days).toEqual(['2026-12-12'])
    expect(await column(`SELECT date FROM calendar_day WHERE date = '2026-12-12'`)).toEqual([])
  })

  test('of the two cases one cools off and one is in its window, each with a seat ahead', async () => {
    const { rows } = await pool.query(
      `SELECT c.cooling_off_end >= $1 AS cools, c.cert_window_end > $1 AS goes_on, s.date BETWEEN c.first_service_day AND c.cert_window_end
         AND s.date > $1 AS kept FROM divorce_case c JOIN kept_seat k ON k.case_id = c.id JOIN slot s ON s.id = k.slot_id
       ORDER BY c.receipt_number`,
      ['2026-11-22'],
    )
    expect(rows).toEqual([
      { cools: true, goes_on: true, kept: true },
      { cools: false, goes_on: true, kept: true },
    ])
  })

  test('calendars look lived-in: some days are booked out, some nearly, most are not', async () => {
    const left = (await column(
      `SELECT sum(public_capacity - public_taken)::int FROM slot
       WHERE date > '2026-11-22' AND public_capacity > 0 GROUP BY lane_id, date`,
    )) as number[]
    expect(left.filter((seats) => seats === 0).length).toBeGreaterThan(8)
    expect(left.filter((seats) => seats > 0 && seats <= 2).length).toBeGreaterThan(8)
    expect(left.filter((seats) => seats > 10).length).toBeGreaterThan(left.length / 2)
  })

  test('there are the four couples with a story, and what is sealed of them can be opened', async () => {
    const { rows } = await pool.query<{
      id: string
      status: string
      role: number
      sealed: Buffer
      past: boolean
    }>(
      `SELECT a.id, a.status, p.role, p.sealed, s.date < '2026-11-22' AS past
       FROM appointment a JOIN party p ON p.appointment_id = a.id JOIN slot s ON s.id = a.slot_id
       WHERE s.date <> '2026-11-22' AND (a.status <> 'confirmed' OR s.date < '2026-11-22') ORDER BY a.status, p.role`,
    )
    expect(
      rows.map(({ id, status, role, sealed, past }) => [status, openParty(id, role, sealed).name, past]),
    ).toEqual([
      ['awaiting-partner', '程明轩', false],
      ['awaiting-partner', '叶知夏', false],
      ['cancelled', '夏修远', false],
      ['cancelled', '姜采薇', false],
      ['confirmed', '范立言', true],
      ['confirmed', '陆云舒', true],
    ])
  })
})

describe('demo.json', () => {
  const read = async () => JSON.parse(await readFile(join(env.dataDir, 'demo.json'), 'utf8'))

  test('has the shape that is promised, and nothing else', async () => {
    const demo = await read()
    expect(Object.keys(demo)).toEqual(['baseUrl', 'channelKeys', 'staff', 'identities'])
    expect(demo.baseUrl).toMatch(/^https?:\/\/[^/]+$/)
    expect(new Set(demo.staff.map((one: { role: string }) => one.role))).toEqual(new Set(STAFF_ROLES))
    for (const one of demo.staff) {
      expect(Object.keys(one)).toEqual(['username', 'password', 'totpSecret', 'role', 'officeId'])
    }
    expect(demo.channelKeys.map((one: { scopes: string[] }) => one.scopes)).toEqual([
      ['read', 'book', 'desk'],
      ['read'],
      ['book'],
    ])
    expect(demo.identities.length).toBeGreaterThanOrEqual(12)
    for (const identity of demo.identities) {
      expect(Object.keys(identity)).toEqual(['name', 'documentType', 'documentNumber', 'phone'])
    }
  })

  test('its keys open the channels of the database, which holds only their hashes', async () => {
    const { channelKeys } = (await read()) as { channelKeys: { key: string; scopes: string[] }[] }
    for (const { key, scopes } of channelKeys) {
      expect(key).toMatch(/^yd_[0-9A-Za-z]{32}$/)
      const { rows } = await pool.query(
        'SELECT c.scopes, c.active FROM channel c JOIN channel_key k ON k.channel_id = c.id WHERE k.key_hash = $1',
        [createHash('sha256').update(key).digest()],
      )
      expect(rows).toEqual([{ scopes, active: true }])
    }
  })

  test('its people can sign in with both factors', async () => {
    const [somebody] = (await read()).staff as { username: string; password: string; totpSecret: string }[]
    const { username = '', password = '', totpSecret = '' } = somebody ?? {}
    const half = await signInStaff(pool, { username, password, client: 'a workstation', now })
    const code = new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate({ timestamp: now.getTime() })
    const token = half.ok ? half.value : ''
    expect(await proveSecondFactor(pool, { token, typed: code, now })).toMatchObject({ ok: true })
  })

  test('nobody but its owner may read it', async () => {
    expect((await stat(join(env.dataDir, 'demo.json'))).mode & 0o077).toBe(0)
  })
})

describe('planting', () => {
  test('touches nothing where there is an office already', async () => {
    const count = () => column('SELECT count(*)::int FROM slot UNION ALL SELECT count(*)::int FROM channel')
    const before = await count()
    expect(await plantDemoWorld(now)).toBe(false)
    expect(await count()).toEqual(before)
  })

  test('again gives the same world, but for keys that are drawn anew', async () => {
    const first = await describeWorld()
    await emptyDatabase(pool)
    await plantDemoWorld(now)
    expect(await describeWorld()).toEqual(first)
  })

  test.each([
    '2026-10-08T09:00:00+08:00',
    '2027-02-06T23:30:00+08:00',
    '2026-11-24T00:04:00+08:00',
    '2026-11-24T13:50:00+08:00',
  ])('also works around a long holiday, on a workday, at any hour: %s', async (day) => {
    await emptyDatabase(pool)
    expect(await plantDemoWorld(new Date(day))).toBe(true)
  })
})

const TABLES = [
  'calendar_year',
  'calendar_day',
  'region',
  'office',
  'office_service',
  'lane',
  'opening_rule',
  'closure',
  'service_day',
  'policy',
  'checklist_rule_set',
  'checklist_item',
  'checklist_not_needed',
  'slot',
  'appointment',
]

async function describeWorld(): Promise<unknown[]> {
  const tables = TABLES.map(
    (table) => `SELECT '${table}', md5(string_agg(t::text, ' ' ORDER BY t::text)) FROM "${table}" t`,
  )
  const party = `SELECT 'party', md5(string_agg(appointment_id::text || role || encode(person_index, 'hex') || active, ' '
    ORDER BY appointment_id, role)) FROM party`
  return column([...tables, party].join(' UNION ALL '))
}
