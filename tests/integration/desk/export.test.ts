import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { decideApproval } from '#lib/approval/decide-approval.ts'
import { askExport } from '#lib/desk/ask-export.ts'
import { listExports } from '#lib/desk/list-exports.ts'
import { takeExport } from '#lib/desk/take-export.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { csvText } from '#lib/domain/csv-cell.ts'
import { exportSheet } from '#lib/format/export-sheet.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { agreed, plantDesk, staffOf, TODAY, TOMORROW, todayAt } from './fixtures/desk.ts'

const { pool } = await openTestDatabase()
const desk = await plantDesk(pool)
const { officeId } = desk
const one = await agreed(pool, desk)
await agreed(pool, desk, { day: TOMORROW })
const now = todayAt('08:00')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const manager = staffOf(officeId, 'office-manager')
const other = staffOf(officeId, 'office-manager')
const nation = [{ role: 'province-admin', scope: 'national', scopeId: 'CN' } as const]
const admin = mintActor({ kind: 'staff', id: randomUUID(), name: '管理员', grants: nation }) as StaffActor

const wish = { actor: manager, officeId, from: TODAY, until: TODAY, reason: '停电，逐一打电话', now }
const take = (id: string, at = now, actor = manager) =>
  takeExport(pool, { actor, id, officeId, locale: 'zh-CN', now: at })

test('a list is asked for with a reason by heads of the office, for a month at most', async () => {
  for (const actor of [desk.clerk, desk.senior, admin])
    expect(await askExport(pool, { ...wish, actor })).toMatchObject({ reason: 'not-allowed' })
  for (const [fault, reason] of [
    [{ reason: ' ' }, 'required'],
    [{ from: '2026-02-30' }, 'not-a-date'],
    [{ until: '2026-11-30' }, 'ends-before-start'],
    [{ until: '2027-01-01' }, 'too-many-days'],
  ] as const)
    expect(await askExport(pool, { ...wish, ...fault })).toMatchObject({ errors: [{ reason }] })
})

test('agreed to by another, it is fetched by who asked, three times within a day, each on the record', async () => {
  const id = accepted(await askExport(pool, wish))
  expect(await take(id)).toMatchObject({ errors: [{ reason: 'not-approved' }] })
  expect(await decideApproval(pool, { actor: manager, id, approve: true, now })).toMatchObject({
    errors: [{ reason: 'own-request' }],
  })
  expect(await decideApproval(pool, { actor: other, id, approve: true, now })).toMatchObject({ ok: true })
  expect(await take(id, now, other)).toMatchObject({ reason: 'not-found' })
  expect(await take(id, now, desk.clerk)).toMatchObject({ reason: 'not-allowed' })
  const { name, text } = accepted(await take(id))
  expect(name).toBe(`${officeId}-${TODAY}-${TODAY}.csv`)
  expect(text.startsWith('\ufeff"日期"')).toBe(true)
  const lines = text.trimEnd().split('\r\n')
  expect(lines).toHaveLength(2)
  const { name: hers, documentNumber, phone } = one.first.party
  expect(lines[1]).toContain(`"${one.code}"`)
  expect(lines[1]).toContain(`"${hers}"`)
  expect(lines[1]).toContain(`"${phone}"`)
  expect(text).not.toContain(documentNumber)
  const tries = await Promise.all([take(id, hours(1)), take(id, hours(1)), take(id, hours(1))])
  expect(tries.filter(({ ok }) => ok)).toHaveLength(2)
  expect(await take(id, hours(2))).toMatchObject({ errors: [{ reason: 'approval-used' }] })
  const { rows } = await pool.query<{ act: string; count: number }>(
    `SELECT act, count(*)::int AS count FROM audit_entry WHERE act IN ('people-exported', 'person-exported') GROUP BY act ORDER BY act`,
  )
  expect(rows).toEqual([
    { act: 'people-exported', count: 3 },
    { act: 'person-exported', count: 3 },
  ])
  const listed = accepted(await listExports(pool, { actor: manager, officeId, now: hours(2) }))
  expect(listed).toMatchObject([{ id, downloadsLeft: 0 }])
  expect(await listExports(pool, { actor: other, officeId, now })).toEqual({ ok: true, value: [] })
})

test('an agreement is worth nothing a day later', async () => {
  const id = accepted(await askExport(pool, wish))
  await decideApproval(pool, { actor: other, id, approve: true, now })
  expect(await take(id, hours(24))).toMatchObject({ errors: [{ reason: 'approval-expired' }] })
  expect(await take(id, hours(23))).toMatchObject({ ok: true })
})

test('no cell is computed by a spreadsheet', () => {
  const line = {
    date: TODAY,
    startTime: '09:00',
    endTime: '09:15',
    service: 'MARRIAGE',
    code: 'X',
    status: 'confirmed',
  } as const
  const people = [
    { name: '=HYPERLINK("http://x")', phone: '+8613900001234' },
    { name: '@SUM(1)', phone: '-1' },
  ]
  const [, row = []] = exportSheet('zh-CN', [{ ...line, people }])
  expect(csvText([row]).trimEnd().split(',').slice(6)).toEqual([
    `"'=HYPERLINK(""http://x"")"`,
    `"'+8613900001234"`,
    `"'@SUM(1)"`,
    `"'-1"`,
  ])
})
