import { redirect } from 'next/navigation'
import { draftChange } from '#lib/capacity/draft-change.ts'
import { pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CapacityChange } from '#lib/domain/capacity-change.ts'

/**
 * Leads on to what a change would do and to whom, where it is decided upon. What cannot be looked at leads back to the
 * form at `back`, which still holds everything that was typed, and says why not.
 */
export async function proposeChange({
  back,
  ...wish
}: {
  readonly actor: StaffActor
  readonly officeId: string
  readonly change: CapacityChange
  readonly now: Date
  readonly back: string
}): Promise<never> {
  const drafted = await draftChange(pool(), wish)
  if (drafted.ok) redirect(`/desk/manage/changes/look/${drafted.value.draftId}`)
  const [fault] = drafted.errors ?? []
  redirect(
    `${back}&${new URLSearchParams({ at: fault?.path ?? '', refused: fault?.reason ?? drafted.reason })}`,
  )
}
