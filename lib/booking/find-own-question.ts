import type { Pool } from '#lib/db/pool.ts'
import { findComing } from './find-coming.ts'
import { signComing } from './sign-coming.ts'
import type { AppointmentView } from './view-for.ts'

/** The question "still coming?" for one of the two who is signed in. */
export interface OwnQuestion {
  /** Opens the page that answers it. */
  readonly token: string
  readonly state: 'asked' | 'yes'
}

/** The question that the viewer of an appointment was asked about its time; undefined where nobody has asked. */
export async function findOwnQuestion(
  pool: Pool,
  { code, role, slotId, status }: AppointmentView,
  now: Date,
): Promise<OwnQuestion | undefined> {
  if (status !== 'confirmed' || role === undefined) return undefined
  const token = signComing({ code, role, slotId })
  const state = (await findComing(pool, token, now))?.state
  return state === 'asked' || state === 'yes' ? { token, state } : undefined
}
