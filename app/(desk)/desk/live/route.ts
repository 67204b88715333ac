import type { NextRequest } from 'next/server'
import { pool } from '#lib/db/pool.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { streamDesk } from '#lib/edge/stream-desk.ts'
import { findStaffSession } from '#lib/identity/find-staff-session.ts'
import { tellDay } from './tell-day.ts'

/**
 * Tells the screens of the office of this shift that something has changed. A page that listens is nobody at work: it
 * does not keep the workstation from locking, and a locked or ended sign-in hears no more. With `?day` it tells what has
 * changed in the list of today, masked as it stands there.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { actor, office, token } = await requireStaff('see-day')
  const stillMay = async () => {
    const session = await findStaffSession(pool(), token, { now: new Date(), touch: false })
    return (
      session?.state === 'open' &&
      session.office?.id === office.id &&
      mayDo(session.grants, 'see-day', office)
    )
  }
  const tell = request.nextUrl.searchParams.has('day')
    ? await tellDay({ actor, officeId: office.id })
    : undefined
  return streamDesk({ officeId: office.id, stillMay, tell, signal: request.signal })
}
