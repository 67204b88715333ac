import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import type { CorrectionAnswer } from '#lib/domain/correction.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { findCorrection } from './correction.sql.ts'
import { partyOf } from './party-of.ts'
import { readSettled } from './read-settled.ts'

/** What somebody has said is wrong, and what became of it. */
export interface OwnCorrection {
  readonly text: string
  readonly createdAt: Date
  readonly answeredAt?: Date
  readonly answer?: CorrectionAnswer
}

/** The latest request of the one who asks about their data in this appointment; undefined without one. */
export async function findOwnCorrection(
  pool: Pool,
  wish: { readonly actor: Actor; readonly code: string; readonly now: Date },
): Promise<OwnCorrection | undefined> {
  const { actor, code, now } = wish
  const appointment = actor.kind === 'person' ? await readSettled(pool, code, now) : undefined
  const own = appointment && partyOf(appointment, identityOf(actor))
  const found = own && (await findCorrection(pool, appointment.id, own.role))
  if (!found) return undefined
  const { id, sealed, createdAt, answeredAt, answer } = found
  return {
    text: openJson<{ text: string }>(`correction ${id}`, sealed).text,
    createdAt,
    ...(answeredAt ? { answeredAt } : {}),
    ...(answer ? { answer } : {}),
  }
}
