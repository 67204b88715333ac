'use server'

import { redirect } from 'next/navigation'
import { showSpecialDays } from '#lib/capacity/show-special-days.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { readSpecialDay } from '#lib/domain/special-day-input.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { proposeChange } from '../propose-change.ts'
import { saidIn } from '../said.ts'
import { readDayForm } from './plan/day-form.ts'

/** A day of its own is looked at: how many places it makes, and whom it would concern. With `usual` it becomes a day like any other. */
export async function proposeDay(form: FormData): Promise<void> {
  const said = saidIn(form)
  const isUsual = said.has('usual')
  for (const name of ['usual', 'do', 'at', 'refused']) said.delete(name)
  const { actor, office } = await requireStaff('edit-hours', said.get('office') ?? undefined)
  const now = new Date()
  const today = shanghaiToday(now)
  const typed = readDayForm(said)
  const shown = await showSpecialDays(pool(), { actor, officeId: office.id, from: today, until: today })
  if (!typed || !shown.ok) redirect('/desk/manage/special-days')
  const lane = shown.value.lanes.find(({ id }) => id === typed.laneId)
  const { change, errors } = readSpecialDay(
    { ...typed, laneId: lane?.id ?? '' },
    { today, slotMinutes: lane?.slotMinutes ?? 60 },
  )
  const back = `/desk/manage/special-days/plan?${said}`
  const judged = isUsual ? errors.filter(({ path }) => ['lane', 'date'].includes(path)) : errors
  if (judged.length > 0) redirect(back)
  const wanted = isUsual ? { ...change, hours: [] } : change
  await proposeChange({ actor, officeId: office.id, change: wanted, now, back })
}
