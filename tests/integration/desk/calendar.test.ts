import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { decideApproval } from '#lib/approval/decide-approval.ts'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { workOnChanges } from '#lib/capacity/work-on-changes.ts'
import { workOnNotice } from '#lib/capacity/work-on-notice.ts'
import { askNoticeCancel } from '#lib/desk/ask-notice-cancel.ts'
import { enterApplication } from '#lib/desk/enter-application.ts'
import { importCalendar } from '#lib/desk/import-calendar.ts'
import { listNoticeRequests } from '#lib/desk/list-notice-requests.ts'
import { previewCalendar } from '#lib/desk/preview-calendar.ts'
import { showCalendar } from '#lib/desk/show-calendar.ts'
import { showNotice } from '#lib/desk/show-notice.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { NoticeDecision } from '#lib/domain/notice-choice.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { findUnbalancedSlots } from '#tests/support/find-unbalanced-slots.ts'
import { NOTICE_2027 } from '#tests/support/made-up-notice.ts'
import { noonOf, officeOfVisits, plantLaw } from '../booking/fixtures/accepted-case.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { bookingOf, couple } from '../booking/fixtures/couples.ts'
import { plantRuled } from '../capacity/fixtures/office.ts'
import { staffOf, typed } from './fixtures/case-desk.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
const office = await officeOfVisits(pool)
const at = office.officeId
const admin = provinceAdmin('330000')
const now = noonOf('2026-12-09')
const notice = { actor: admin, at, text: NOTICE_2027, year: 2027, now }
const source = '（测试用）2027年通知'
// Who looks at nobody's time chooses nothing for anybody.
const decision = { choice: 'move' } as const
const later = noonOf('2027-01-25')
const WEEKS = { from: calendarDate('2027-02-15'), until: calendarDate('2027-03-05') }

test('a notice is seen before it is entered: the days, and the cases that would move; then they do, and it is told', async () => {
  const entered = await enterApplication(pool, {
    actor: staffOf(at),
    application: typed(at, couple(), { acceptedOn: '2026-12-08' }),
    now: noonOf('2026-12-08'),
  })
  const id = entered.ok ? entered.value.id : ''
  const preview = await previewCalendar(pool, notice)
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  const { picture, changes, moves, offices, choices } = preview.value
  const pictureHash = offices.hash
  expect(choices).toEqual([])
  expect(changes).toContainEqual({ date: '2027-02-11', from: 'ordinary', to: 'holiday' })
  expect(moves).toMatchObject({ count: 1, first: [{ officeId: at, from: '2027-02-09', to: '2027-02-12' }] })
  expect((await getCase(pool, id))?.deadlines.certWindowEnd).toBe('2027-02-09')

  const outdated = await importCalendar(pool, {
    ...{ ...notice, source, decision, pictureHash },
    picture: 'another',
  })
  expect(outdated).toMatchObject({ errors: [{ reason: 'calendar-changed-meanwhile' }] })
  const imported = await importCalendar(pool, { ...notice, source, decision, picture, pictureHash })
  expect(imported).toMatchObject({ ok: true, value: { changed: changes.length, moved: 1 } })
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
  expect(
    await importCalendar(pool, { ...notice, decision, picture, pictureHash: '', source: ' ' }),
  ).toMatchObject({
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
    const wish = { ...notice, actor, source, decision, picture: '', pictureHash: '' }
    expect(await importCalendar(pool, wish)).toMatchObject(notInRole)
    expect(await askNoticeCancel(pool, { ...notice, actor, source, note: '放假' })).toMatchObject(notInRole)
    expect(await listNoticeRequests(pool, { actor, at, now })).toMatchObject(notInRole)
  }
})

test('who loses their day is dealt with as was chosen, of the very picture that was looked at, and summed up', async () => {
  const one = await plantRuled(pool, { windows: 20, days: WEEKS })
  const [TAKEN, LATER] = ['2027-02-18', '2027-02-19']
  const book = async (day: string, count: number) => {
    const slotId = await one.slotAt(day)
    for (let turn = 0; turn < count; turn += 1)
      accepted(await bookAppointment(pool, bookingOf(couple(), slotId, { now: later })))
  }
  await book(TAKEN, 2)
  // The notice is corrected: two more days of rest.
  const wished = await look([TAKEN])
  expect(wished.offices.days).toMatchObject([
    {
      date: TAKEN,
      becomes: 'rest',
      lost: 40,
      couples: 2,
      legal: 0,
      services: [{ service: 'MARRIAGE', couples: 2 }],
    },
  ])
  expect(wished.choices).toEqual(['move', 'storm', 'cancel'])
  await book(TAKEN, 1)
  const answerBy = noonOf('2027-01-28')
  const move = { choice: 'move', answerBy } as const
  const seen = { picture: wished.picture, pictureHash: wished.offices.hash, decision: move }
  const before = await enter([TAKEN], seen)
  expect(before).toMatchObject({ ok: false, errors: [{ reason: 'picture-changed' }] })
  expect(await showCalendar(pool, { actor: admin, at, year: 2027 })).not.toMatchObject({
    value: { days: expect.arrayContaining([expect.objectContaining({ date: TAKEN })]) },
  })
  const moved = await lookAndEnter([TAKEN], move)
  expect(await workOnNotice(pool, { noticeId: moved, now: later })).toBe(3)
  expect(await showNotice(pool, { actor: admin, at, noticeId: moved })).toMatchObject({
    ok: true,
    value: {
      couples: 3,
      states: { offered: 3 },
      toPhone: 0,
      rows: [{ officeId: one.officeId, date: TAKEN }],
    },
  })

  await book(LATER, 11)
  const text = textWith([TAKEN, LATER])
  const cancel = { choice: 'cancel', reason: { 'zh-CN': '放假', 'zh-Hant': '放假', en: '放假' } } as const
  const again = await look([TAKEN, LATER])
  const alone = { picture: again.picture, pictureHash: again.offices.hash, decision: cancel }
  expect(await enter([TAKEN, LATER], alone)).toMatchObject({ errors: [{ reason: 'approval-needed' }] })
  expect(
    await enter([TAKEN, LATER], { ...alone, decision: { choice: 'storm', until: LATER } as never }),
  ).toMatchObject({ reason: 'invalid-input' })
  const { approvalId } = accepted(
    await askNoticeCancel(pool, { ...notice, text, source, now: later, reason: cancel.reason, note: '放假' }),
  )
  const listed = await listNoticeRequests(pool, { actor: admin, at, now: later })
  expect(listed).toMatchObject({ value: [{ id: approvalId, couples: 11, notice: { text } }] })
  const second = provinceAdmin('330000')
  accepted(await decideApproval(pool, { actor: second, id: approvalId, approve: true, now: later }))
  const cancelled = accepted(await enter([TAKEN, LATER], { ...alone, approvalId })).noticeId
  expect(await workOnNotice(pool, { noticeId: cancelled, now: later })).toBe(11)
  expect(await showNotice(pool, { actor: admin, at, noticeId: cancelled })).toMatchObject({
    value: { states: { cancelled: 11 } },
  })

  const stormed = '2027-02-17'
  await book(stormed, 1)
  const storm = { choice: 'storm', until: calendarDate('2027-03-05'), dailyLimit: 3 } as const
  const open = await lookAndEnter([TAKEN, LATER, stormed], storm)
  // Nobody has dealt with them when the process ends: the timed work does, once the notice has had its time.
  await workOnChanges(pool, later)
  expect(await showNotice(pool, { actor: admin, at, noticeId: open })).toMatchObject({
    value: { states: { waiting: 1 } },
  })
  await workOnChanges(pool, new Date(later.getTime() + 3_600_000))
  expect(await showNotice(pool, { actor: admin, at, noticeId: open })).toMatchObject({
    value: { states: { stands: 1 } },
  })
  expect(await findUnbalancedSlots(pool)).toEqual([])
})

function textWith(days: readonly string[]): string {
  return [NOTICE_2027, ...days.map((day) => `${day},holiday,春节`)].join('\n')
}

async function look(days: readonly string[]) {
  return accepted(await previewCalendar(pool, { ...notice, text: textWith(days), now: later }))
}

function enter(
  days: readonly string[],
  seen: Pick<Parameters<typeof importCalendar>[1], 'picture' | 'pictureHash' | 'decision' | 'approvalId'>,
) {
  return importCalendar(pool, { ...notice, ...seen, text: textWith(days), source, now: later })
}

async function lookAndEnter(days: readonly string[], chosen: NoticeDecision): Promise<string> {
  const { picture, offices } = await look(days)
  return accepted(await enter(days, { picture, pictureHash: offices.hash, decision: chosen })).noticeId
}

function provinceAdmin(scopeId: string): StaffActor {
  const grants = [{ role: 'province-admin', scope: 'region', scopeId } as const]
  return mintActor({ kind: 'staff', id: randomUUID(), name: '管理员', grants }) as StaffActor
}
