import { describe, expect, test } from 'vitest'
import { addDays } from '#lib/domain/calendar-date.ts'
import { addAbsence } from '#lib/staffing/add-absence.ts'
import { addShifts } from '#lib/staffing/add-shifts.ts'
import { copyWeek } from '#lib/staffing/copy-week.ts'
import { forgetOldRosters } from '#lib/staffing/forget-old-rosters.ts'
import { planWeek } from '#lib/staffing/plan-week.ts'
import { removeAbsence } from '#lib/staffing/remove-absence.ts'
import { removeShift } from '#lib/staffing/remove-shift.ts'
import { reviewWeek } from '#lib/staffing/review-week.ts'
import { showRoster } from '#lib/staffing/show-roster.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { staffOf } from '../desk/fixtures/desk.ts'
import { MONDAY, NOW, plantStaffedOffice } from './fixtures/office.ts'
import { plantAppointment, plantVisit } from './fixtures/past.ts'

const { pool } = await openTestDatabase()

const shiftOf = (staffId: string, change: object = {}) => ({
  staffId,
  days: [MONDAY],
  startTime: '09:00',
  endTime: '11:00',
  laneId: '',
  window: '',
  ...change,
})

describe('the roster of an office', () => {
  test('shows where people are missing, for the windows of its rules', async () => {
    const { officeId, one, two, senior: actor, laneId } = await plantStaffedOffice(pool)
    accepted(await addShifts(pool, { actor, officeId, input: shiftOf(one, { laneId }), now: NOW }))
    const late = shiftOf(two, { startTime: '10:00' })
    accepted(await addShifts(pool, { actor, officeId, input: late, now: NOW }))
    const shown = accepted(await showRoster(pool, { actor, officeId, day: MONDAY }))
    expect(shown.people).toHaveLength(2)
    expect(shown.cover).toMatchObject([
      { date: MONDAY, hour: 9, windows: 2, short: 1 },
      { date: MONDAY, hour: 10, windows: 2, short: 0 },
    ])
    const absent = { staffId: one, from: MONDAY, until: '' }
    accepted(await addAbsence(pool, { actor, officeId, input: absent, now: NOW }))
    const without = accepted(await showRoster(pool, { actor, officeId, day: MONDAY }))
    expect(without.cover.map(({ short }) => short)).toEqual([2, 1])
    expect(without.shifts).toHaveLength(2)
    const [absence] = without.absences
    accepted(await removeAbsence(pool, { actor, absenceId: absence?.id ?? '', now: NOW }))
    const [first] = without.shifts
    accepted(await removeShift(pool, { actor, shiftId: first?.id ?? '', now: NOW }))
    expect(accepted(await showRoster(pool, { actor, officeId, day: MONDAY })).shifts).toHaveLength(1)
    const { rows } = await pool.query('SELECT act FROM audit_entry WHERE office_id = $1 ORDER BY id', [
      officeId,
    ])
    expect(rows.map(({ act }) => act)).toEqual([
      'shifts-added',
      'shifts-added',
      'absence-added',
      'absence-removed',
      'shift-removed',
    ])
  })

  test('has nobody at two places at once, also when two write at the same moment, nor who is away or of elsewhere', async () => {
    const { officeId, one, two, senior: actor } = await plantStaffedOffice(pool)
    const other = await plantStaffedOffice(pool)
    await pool.query(
      `INSERT INTO staff_grant (staff_id, role, scope, scope_id, granted_at) VALUES ($1, 'clerk', 'office', $2, $3)`,
      [one, other.officeId, NOW],
    )
    const here = { actor, officeId, input: shiftOf(one), now: NOW }
    const there = { ...here, actor: other.senior, officeId: other.officeId }
    const both = await Promise.all([addShifts(pool, here), addShifts(pool, there)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ errors: [{ reason: 'shift-overlaps' }] })
    const after = await addShifts(pool, {
      ...here,
      input: shiftOf(one, { startTime: '11:00', endTime: '12:00' }),
    })
    expect(after.ok).toBe(true)
    accepted(
      await addAbsence(pool, {
        ...here,
        input: { staffId: two, from: '2026-11-28', until: '2026-12-04' },
      }),
    )
    expect(await addShifts(pool, { ...here, input: shiftOf(two) })).toMatchObject({
      errors: [{ reason: 'person-absent' }],
    })
    expect(await addShifts(pool, { ...here, input: shiftOf(other.two) })).toMatchObject({
      errors: [{ reason: 'not-of-this-office' }],
    })
    expect(await addShifts(pool, { ...here, input: shiftOf(one, { window: '9' }) })).toMatchObject({
      errors: [{ path: 'window', reason: 'not-here' }],
    })
  })

  test('is copied from the week before, once', async () => {
    const { officeId, one, two, senior: actor } = await plantStaffedOffice(pool)
    for (const id of [one, two])
      accepted(await addShifts(pool, { actor, officeId, input: shiftOf(id), now: NOW }))
    const next = addDays(MONDAY, 7)
    const away = { staffId: two, from: next, until: next }
    accepted(await addAbsence(pool, { actor, officeId, input: away, now: NOW }))
    const wish = { actor, officeId, day: addDays(next, 2), now: NOW }
    expect(accepted(await copyWeek(pool, wish))).toEqual({ copied: 1, left: 1 })
    expect(accepted(await copyWeek(pool, wish))).toEqual({ copied: 0, left: 2 })
  })

  test('is read by the people of the office and those who plan its region, written by its seniors', async () => {
    const { officeId, one, senior } = await plantStaffedOffice(pool)
    const elsewhere = await plantStaffedOffice(pool)
    const input = shiftOf(one)
    const absence = { staffId: one, from: MONDAY, until: '' }
    accepted(await addShifts(pool, { actor: senior, officeId, input, now: NOW }))
    accepted(await addAbsence(pool, { actor: senior, officeId, input: absence, now: NOW }))
    const { shifts, absences } = accepted(await showRoster(pool, { actor: senior, officeId, day: MONDAY }))
    const [shiftId = '', absenceId = ''] = [shifts[0]?.id, absences[0]?.id]
    const clerk = staffOf(officeId)
    const strangers = [staffOf(officeId, 'auditor'), elsewhere.senior]
    for (const actor of [clerk, ...strangers]) {
      const wish = { actor, officeId, day: MONDAY, now: NOW }
      const refused = await Promise.all([
        addShifts(pool, { ...wish, input }),
        addAbsence(pool, { ...wish, input: absence }),
        copyWeek(pool, wish),
        removeShift(pool, { actor, shiftId, now: NOW }),
        removeAbsence(pool, { actor, absenceId, now: NOW }),
        planWeek(pool, { ...wish, targetMinutes: 10 }),
        reviewWeek(pool, wish),
      ])
      for (const one of refused)
        expect(one).toMatchObject({ reason: 'not-allowed', errors: [{ reason: 'not-in-role' }] })
      const reads = await showRoster(pool, wish)
      expect(reads.ok).toBe(actor === clerk)
    }
    for (const role of ['city-admin', 'province-admin'] as const) {
      const wish = { actor: staffOf(officeId, role), officeId, day: MONDAY, now: NOW }
      expect((await showRoster(pool, wish)).ok).toBe(true)
      expect(await showRoster(pool, { ...wish, officeId: elsewhere.officeId })).toMatchObject({
        reason: 'not-allowed',
      })
      expect(await addShifts(pool, { ...wish, input })).toMatchObject({ reason: 'not-allowed' })
    }
    const manager = staffOf(officeId, 'office-manager')
    expect(
      (await planWeek(pool, { actor: manager, officeId, day: MONDAY, targetMinutes: 5, now: NOW })).ok,
    ).toBe(true)
  })
})

describe('the planner', () => {
  test('tells from the past who will come, and from the bookings where there is no past', async () => {
    const { officeId, slots, one, senior, laneId } = await plantStaffedOffice(pool)
    const actor = staffOf(officeId, 'office-manager')
    const week = { actor, officeId, day: MONDAY, targetMinutes: 5, now: NOW }
    accepted(await addShifts(pool, { actor: senior, officeId, input: shiftOf(one, { laneId }), now: NOW }))
    const empty = accepted(await planWeek(pool, week))
    expect(empty).toMatchObject({ pastDays: 0, handling: { minutes: 30, visits: 0 }, overbooking: [] })
    expect(empty.hours).toMatchObject([
      { hour: 9, expected: 0, suggested: 0, planned: 2, rostered: 1 },
      { hour: 10, planned: 2 },
    ])
    const mondays = [1, 2, 3, 4].map((weeks) => addDays(MONDAY, -7 * weeks))
    const slotAt = (date: string, time: string) =>
      slots.find((slot) => slot.date === date && slot.startTime === time)?.id
    for (const date of mondays) {
      // Each hour: four booked, one of whom stays away; one of those who come is early and served for 12 minutes.
      for (const [hour, time] of ['09:00', '10:00'].entries())
        for (let couple = 0; couple < 4; couple += 1) {
          const status = couple === 3 ? 'no-show' : 'attended'
          const id = await plantAppointment(pool, { officeId, slotId: slotAt(date, time), status, date })
          if (couple < 2)
            await plantVisit(pool, {
              officeId,
              appointmentId: id,
              day: date,
              time: `0${8 + hour}:${40 + couple}`,
              minutes: 12,
            })
        }
    }
    await plantAppointment(pool, {
      officeId,
      slotId: slotAt(MONDAY, '09:00'),
      status: 'confirmed',
      date: MONDAY,
    })
    // What is over is kept for a minute.
    const now = new Date(NOW.getTime() + 61_000)
    const plan = accepted(await planWeek(pool, { ...week, now }))
    expect(plan.pastDays).toBe(4)
    expect(plan.misses.all).toEqual({ booked: 32, missed: 8 })
    expect(plan.misses.services[0]?.classes[2]).toMatchObject({
      rate: 0.25,
      count: { booked: 32, missed: 8 },
    })
    expect(plan.handling.visits).toBe(0)
    expect(plan.hours).toMatchObject([
      { hour: 9, booked: 1, suggested: 3, planned: 2, rostered: 1 },
      { hour: 10, booked: 0 },
    ])
    for (const { expected } of plan.hours) expect(expected).toBeCloseTo(3, 10)
    const before = addDays(MONDAY, -7)
    const [day] = accepted(await reviewWeek(pool, { actor, officeId, day: before, now: NOW }))
    expect(day).toMatchObject({
      date: before,
      places: 8,
      minutesPlanned: 240,
      booked: 8,
      attended: 6,
      missed: 2,
      unknown: 0,
      walkIns: 0,
      minutesUsed: 48,
      meanWait: 5,
    })
  })
})

test('who worked when, and who was away, is forgotten with the other traces', async () => {
  const { officeId, one, two, senior: actor } = await plantStaffedOffice(pool)
  accepted(await addShifts(pool, { actor, officeId, input: shiftOf(one), now: NOW }))
  const absent = { staffId: two, from: MONDAY, until: addDays(MONDAY, 1) }
  accepted(await addAbsence(pool, { actor, officeId, input: absent, now: NOW }))
  const after = (days: number) => new Date(Date.parse(`${addDays(MONDAY, days)}T02:00:00Z`))
  const kept = { retentionDays: 30 }
  const left = async () => {
    const { shifts, absences } = accepted(await showRoster(pool, { actor, officeId, day: MONDAY }))
    return [shifts.length, absences.length]
  }
  await forgetOldRosters(pool, after(30), kept)
  expect(await left()).toEqual([1, 1])
  await forgetOldRosters(pool, after(31), kept)
  expect(await left()).toEqual([0, 1])
  await forgetOldRosters(pool, after(32), kept)
  expect(await left()).toEqual([0, 0])
})
