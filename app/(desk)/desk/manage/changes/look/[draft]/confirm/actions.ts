'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { askBulkCancel } from '#lib/capacity/ask-bulk-cancel.ts'
import { findDraft } from '#lib/capacity/find-draft.ts'
import { giveTimesBack } from '#lib/capacity/give-times-back.ts'
import { makeChange } from '#lib/capacity/make-change.ts'
import { workThroughChange } from '#lib/capacity/work-through-change.ts'
import { pool } from '#lib/db/pool.ts'
import { ANSWERS_END } from '#lib/domain/answer-day.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { CHANGE_CHOICES } from '#lib/domain/capacity-change.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { requireSignedInStaff } from '#lib/edge/staff-actor.ts'
import { changeReason } from '#lib/format/change-reason.ts'

/** Makes the change that was looked at; its couples are then dealt with while the next page tells how far that has come. */
export async function make(
  draftId: string,
  chosen: string,
  pictureHash: string,
  form: FormData,
): Promise<void> {
  const { actor } = await requireSignedInStaff()
  const look = `/desk/manage/changes/look/${draftId}`
  const draft = await findDraft(pool(), { actor, draftId })
  const choice = CHANGE_CHOICES.find((one) => one === chosen)
  if (!draft.ok || !choice) redirect('/desk/manage/changes')
  const read = (name: string) => String(form.get(name) ?? '').slice(0, 120)
  const [answerBy, until] = [read('answerBy'), read('until')]
  const { officeId, change, approvalId } = draft.value
  const made = await makeChange(pool(), {
    ...{ actor, officeId, change, pictureHash, choice },
    ...(isCalendarDate(answerBy) ? { answerBy: instantAt(answerBy, ANSWERS_END) } : {}),
    ...(isCalendarDate(until) ? { until } : {}),
    ...(read('dailyLimit') ? { dailyLimit: Number(read('dailyLimit')) } : {}),
    ...(form.has('usual') ? { reason: changeReason(read('usual'), read('words')) } : {}),
    ...(approvalId ? { approvalId } : {}),
    now: new Date(),
  })
  if (made.ok) {
    const { changeId } = made.value
    // Ended early, the timed work goes on with it.
    after(async () => {
      await workThroughChange(pool(), changeId, new Date())
      await giveTimesBack(pool(), new Date())
    })
    redirect(`/desk/manage/changes/${changeId}`)
  }
  const [fault] = made.errors ?? []
  if (fault?.reason === 'picture-changed') redirect(`${look}?changed=1&choice=${choice}`)
  const typed = ['answerBy', 'until', 'dailyLimit', 'usual', 'words'].map((name) => [name, read(name)])
  const said = { choice, at: fault?.path ?? 'make', wrong: fault?.reason ?? made.reason }
  redirect(`${look}/confirm?${new URLSearchParams({ ...Object.fromEntries(typed), ...said })}`)
}

/** Asks somebody else to agree that many are cancelled. */
export async function askSecond(draftId: string, form: FormData): Promise<void> {
  const { actor } = await requireSignedInStaff()
  const note = String(form.get('note') ?? '').slice(0, 200)
  const asked = await askBulkCancel(pool(), { actor, draftId, note, now: new Date() })
  const said = {
    choice: 'cancel',
    ...(asked.ok ? {} : { at: 'note', wrong: asked.errors?.[0]?.reason ?? asked.reason }),
  }
  redirect(`/desk/manage/changes/look/${draftId}/confirm?${new URLSearchParams(said)}`)
}
