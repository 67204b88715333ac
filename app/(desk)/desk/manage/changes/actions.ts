'use server'

/*
 * The way in for a change of any kind, also from other screens: `draftChange` (lib/capacity) with the change as it shall be,
 * then a redirect to `/desk/manage/changes/look/<draftId>`. From there on the journey is the same for all: the picture, the
 * choice, the confirmation, the progress.
 */
import { redirect } from 'next/navigation'
import { draftChange } from '#lib/capacity/draft-change.ts'
import { pool } from '#lib/db/pool.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { withSearch } from '../week/week-address.ts'

/** Looks at what it would bring to take a closure back. */
export async function reopen(asked: string | undefined, form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('close-day', asked)
  const change = { kind: 'reopening', closureId: String(form.get('closure')) } as const
  const drafted = await draftChange(pool(), { actor, officeId: office.id, change, now: new Date() })
  redirect(
    drafted.ok
      ? `/desk/manage/changes/look/${drafted.value.draftId}`
      : withSearch('/desk/manage/changes', { office: asked }),
  )
}
