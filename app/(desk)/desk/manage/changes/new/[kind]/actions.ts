'use server'

import { redirect } from 'next/navigation'
import { draftChange } from '#lib/capacity/draft-change.ts'
import { draftWindows } from '#lib/capacity/draft-windows.ts'
import { pool } from '#lib/db/pool.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { changeReason } from '#lib/format/change-reason.ts'
import { withSearch } from '../../../week/week-address.ts'
import type { ChangeForm } from '../../change-forms.ts'

/** Leads on to the picture of what was typed, or back to the form with what is wrong and everything that was typed. */
export async function propose(form: ChangeForm, asked: string | undefined, data: FormData): Promise<void> {
  const { actor, office } = await requireStaff('close-day', asked)
  const read = (name: string) => String(data.get(name) ?? '').slice(0, 120)
  const [from, until, date, laneId] = [read('from'), read('until'), read('date'), read('laneId')]
  const windows = Number(read('windows'))
  const wish = {
    actor,
    officeId: office.id,
    reason: changeReason(read('usual'), read('words')),
    now: new Date(),
  }
  if (form === 'windows') {
    if (!isCalendarDate(date)) return again('date', 'required')
    if (read('windows') === '' || !Number.isInteger(windows) || windows < 0)
      return again('windows', 'out-of-range')
    const drafted = await draftWindows(pool(), { ...wish, laneId, date, windows })
    if (drafted.ok) redirect(`/desk/manage/changes/look/${drafted.value.draftId}`)
    return again(drafted.errors?.[0]?.path ?? 'date', drafted.errors?.[0]?.reason ?? drafted.reason)
  }
  if (!isCalendarDate(from)) return again('from', 'required')
  if (!isCalendarDate(until)) return again('until', 'required')
  const drafted = await draftChange(pool(), {
    ...wish,
    change: {
      kind: 'closure',
      from,
      until,
      mode: form === 'stop' ? 'stopped' : 'closed',
      reason: wish.reason,
      ...(laneId ? { laneId } : {}),
    },
  })
  if (!drafted.ok)
    return again(drafted.errors?.[0]?.path ?? 'from', drafted.errors?.[0]?.reason ?? drafted.reason)
  const chosen = form === 'storm' ? '?choice=storm' : ''
  redirect(`/desk/manage/changes/look/${drafted.value.draftId}${chosen}`)

  function again(at: string, wrong: string): never {
    const names = ['from', 'until', 'date', 'laneId', 'windows', 'usual', 'words']
    const typed = Object.fromEntries(names.map((name) => [name, read(name)]))
    redirect(withSearch(`/desk/manage/changes/new/${form}`, { office: asked, ...typed, at, wrong }))
  }
}
