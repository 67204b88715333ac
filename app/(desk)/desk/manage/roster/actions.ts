'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { addAbsence } from '#lib/staffing/add-absence.ts'
import { addShifts } from '#lib/staffing/add-shifts.ts'
import { copyWeek } from '#lib/staffing/copy-week.ts'
import { removeAbsence } from '#lib/staffing/remove-absence.ts'
import { removeShift } from '#lib/staffing/remove-shift.ts'
import { withSearch } from '../week/week-address.ts'

const PATH = '/desk/manage/roster'

/** The office that the page shows, where it is another than that of the shift. */
type Asked = string | undefined

/** Somebody at one time of some days. What was typed comes back with what is wrong. */
export async function putShifts(asked: Asked, form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('edit-roster', asked)
  const typed = {
    staffId: textOf(form, 'staffId'),
    startTime: textOf(form, 'startTime'),
    endTime: textOf(form, 'endTime'),
    laneId: textOf(form, 'laneId'),
    window: textOf(form, 'window'),
  }
  const days = form.getAll('days').map((day) => String(day).slice(0, 10))
  const input = { ...typed, days }
  const added = await addShifts(pool(), { actor, officeId: office.id, input, now: new Date() })
  if (added.ok) redirect(search(asked, form, { done: 'added' }))
  redirect(`${search(asked, form, { ...typed, days: days.join(' '), ...said(added, 'days') })}#add`)
}

/** One time less on the roster. */
export async function dropShift(asked: Asked, form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-roster', asked)
  const dropped = await removeShift(pool(), { actor, shiftId: textOf(form, 'shift'), now: new Date() })
  redirect(search(asked, form, dropped.ok ? { done: 'removed' } : said(dropped, '')))
}

/** Somebody is away. */
export async function putAbsence(asked: Asked, form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('edit-roster', asked)
  const typed = {
    absentId: textOf(form, 'absentId'),
    from: textOf(form, 'from'),
    until: textOf(form, 'until'),
  }
  const input = { staffId: typed.absentId, from: typed.from, until: typed.until }
  const added = await addAbsence(pool(), { actor, officeId: office.id, input, now: new Date() })
  if (added.ok) redirect(search(asked, form, { done: 'absent' }))
  redirect(`${search(asked, form, { ...typed, ...said(added, 'from') })}#absence`)
}

/** Somebody is here after all. */
export async function dropAbsence(asked: Asked, form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-roster', asked)
  const dropped = await removeAbsence(pool(), { actor, absenceId: textOf(form, 'absence'), now: new Date() })
  redirect(search(asked, form, dropped.ok ? { done: 'back' } : said(dropped, '')))
}

/** The roster of the week before, once more. */
export async function takeOver(asked: Asked, form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('edit-roster', asked)
  const now = new Date()
  const week = textOf(form, 'week')
  const day = isCalendarDate(week) ? week : shanghaiToday(now)
  const copied = await copyWeek(pool(), { actor, officeId: office.id, day, now })
  const told = copied.ok
    ? { done: 'copied', copied: String(copied.value.copied), left: String(copied.value.left) }
    : said(copied, '')
  redirect(search(asked, form, told))
}

function said(refusal: Refusal, otherwise: string): Readonly<Record<string, string>> {
  const [fault] = refusal.errors ?? []
  return { at: fault?.path ?? otherwise, wrong: fault?.reason ?? refusal.reason }
}

function search(asked: Asked, form: FormData, told: Readonly<Record<string, string>>): string {
  return withSearch(PATH, { office: asked, week: textOf(form, 'week'), ...told })
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 80)
}
