import type { Pool } from '#lib/db/pool.ts'
import { findByReceipt } from '#lib/divorce/find-by-receipt.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { acceptApplication } from './accept-application.ts'
import { proposeApplication, type TypedApplication } from './propose-application.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

interface Wish {
  readonly actor: StaffActor
  readonly application: TypedApplication
  readonly now: Date
}

/**
 * Enters an accepted application: its case is opened and a seat is kept for it, as `acceptApplication` does. The same
 * receipt of the same two people, sent again, is the case that is there. Refuses whatever `proposeApplication` refuses.
 */
export async function enterApplication(pool: Pool, wish: Wish): Promise<Result<DivorceCase>> {
  const refusal = await refuseAtOffice(wish.actor, 'accept-application', wish.application.officeId)
  if (refusal) return refusal
  const entered = await enter(pool, wish)
  if (entered.ok) return entered
  const again = await proposeApplication(pool, wish)
  const isThere = !again.ok && again.errors?.some(({ reason }) => reason === 'already-entered')
  const same = isThere ? await findByReceipt(pool, wish.application) : undefined
  return same ? accept(same) : entered
}

async function enter(pool: Pool, wish: Wish): Promise<Result<DivorceCase>> {
  const proposed = await proposeApplication(pool, wish)
  if (!proposed.ok) return proposed
  const { parties, locales, receiptNumber, acceptedOn, printed } = proposed.value
  return acceptApplication(pool, {
    officeId: wish.application.officeId,
    receiptNumber,
    acceptedOn,
    parties,
    locales,
    printed,
    by: wish.actor.id,
    now: wish.now,
  })
}
