import { redirect } from 'next/navigation'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CapacityChange } from '#lib/domain/capacity-change.ts'

/** SEAM */
export async function proposeChange(wish: {
  readonly actor: StaffActor
  readonly officeId: string
  readonly change: CapacityChange
  readonly now: Date
  readonly back: string
}): Promise<never> {
  redirect(wish.back)
}
