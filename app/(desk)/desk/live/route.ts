import type { NextRequest } from 'next/server'
import { pool } from '#lib/db/pool.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { streamDesk } from '#lib/edge/stream-desk.ts'
import { findStaffSession } from '#lib/identity/find-staff-session.ts'

/**
 * Tells the screens of the office of this shift that something has changed. A page that listens is nobody at work: it
 * does not keep the workstation from locking, and a locked or ended sign-in hears no more.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { office, token } = await requireStaff('see-day')
  const stillMay = async () => {
    const session = await findStaffSession(pool(), token, { now: new Date(), touch: false })
    return (
      session?.state === 'open' &&
      session.office?.id === office.id &&
      mayDo(session.grants, 'see-day', office)
    )
  }
  return streamDesk({ officeId: office.id, stillMay, signal: request.signal })
}
