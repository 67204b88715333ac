import { expect, test } from 'vitest'
import { enterApplication } from '#lib/desk/enter-application.ts'
import { importCalendar } from '#lib/desk/import-calendar.ts'
import { previewCalendar } from '#lib/desk/preview-calendar.ts'
import { showCalendar } from '#lib/desk/show-calendar.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { NOTICE_2027 } from '#tests/support/made-up-notice.ts'
import { noonOf, officeOfVisits, plantLaw } from '../booking/fixtures/accepted-case.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { staffOf, typed } from './fixtures/case-desk.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
const office = await officeOfVisits(pool)
const at = office.officeId
const admin = provinceAdmin('330000')
const now = noonOf('2026-12-09')
const notice = { actor: admin, at, text: NOTICE_2027, year: 2027, now }
const source = '（测试用）2027年通知'

test('a notice is seen before it is entered: the days, and the cases that would move; then they do, and it is told', async () => {
  const entered = await enterApplication(pool, {
    actor: staffOf(at),
    application: typed(at, couple(), { acceptedOn: '2026-12-08' }),
    now: noonOf('2026-12-08'),
  })
  const id = entered.ok ? entered.value.id : ''
  const preview = await previewCalendar(pool, notice)
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  const { picture, changes, moves } = preview.value
  expect(changes).toContainEqual({ date: '2027-02-11', from: 'ordinary', to: 'holiday' })
  expect(moves).toMatchObject({ count: 1, first: [{ officeId: at, from: '2027-02-09', to: '2027-02-12' }] })
  expect((await getCase(pool, id))?.deadlines.certWindowEnd).toBe('2027-02-09')

  const outdated = await importCalendar(pool, { ...notice, source, picture: 'another' })
  expect(outdated).toMatchObject({ errors: [{ reason: 'calendar-changed-meanwhile' }] })
  const imported = await importCalendar(pool, { ...notice, source, picture })
  expect(imported).toEqual({ ok: true, value: { changed: changes.length, moved: 1 } })
  expect((await getCase(pool, id))?.deadlines.certWindowEnd).toBe('2027-02-12')
  const shown = await showCalendar(pool, { actor: admin, at, year: 2027 })
  expect(shown).toMatchObject({
    ok: true,
    value: { mayImport: true, entries: [{ source, changed: changes.length }] },
  })
  expect(shown.ok ? shown.value.days : []).toContainEqual(
    expect.objectContaining({ date: '2027-02-11', kind: 'holiday', status: 'official', source }),
  )
  const { rows } = await pool.query(
    `SELECT actor_id, detail FROM audit_entry WHERE act = 'calendar-imported'`,
  )
  expect(rows).toEqual([{ actor_id: admin.id, detail: { source, changed: changes.length, moved: 1 } }])
})

test('one that contradicts itself is refused line by line, and one without a source', async () => {
  const text = `${NOTICE_2027}\n2027-02-20,holiday,春节`
  const line = text.split('\n').length
  expect(await previewCalendar(pool, { ...notice, text })).toMatchObject({
    reason: 'invalid-input',
    errors: [{ path: `line.${line}`, reason: 'holiday-and-workday' }],
  })
  const preview = await previewCalendar(pool, notice)
  const picture = preview.ok ? preview.value.picture : ''
  expect(await importCalendar(pool, { ...notice, picture, source: ' ' })).toMatchObject({
    errors: [{ path: 'source', reason: 'required' }],
  })
})

test('office managers see the calendar and change nothing; clerks and another province do not', async () => {
  const manager = staffOf(at, 'office-manager')
  expect(await showCalendar(pool, { actor: manager, at, year: 2026 })).toMatchObject({
    ok: true,
    value: { mayImport: false },
  })
  const notInRole = { ok: false, errors: [{ reason: 'not-in-role' }] }
  expect(await showCalendar(pool, { actor: staffOf(at), at, year: 2026 })).toMatchObject(notInRole)
  for (const actor of [manager, provinceAdmin('440000')]) {
    expect(await previewCalendar(pool, { ...notice, actor })).toMatchObject(notInRole)
    expect(await importCalendar(pool, { ...notice, actor, source, picture: '' })).toMatchObject(notInRole)
  }
})

function provinceAdmin(scopeId: string): StaffActor {
  const grants = [{ role: 'province-admin', scope: 'region', scopeId } as const]
  return mintActor({ kind: 'staff', id: `admin-${scopeId}`, name: '管理员', grants }) as StaffActor
}
