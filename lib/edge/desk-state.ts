import { pool } from '#lib/db/pool.ts'
import { findDemoCode } from '#lib/identity/find-demo-code.ts'
import { findStaffSession } from '#lib/identity/find-staff-session.ts'
import { readStaffToken } from './staff-cookie.ts'

/** How this workstation stands, for the page that is open on it. */
export interface DeskState {
  readonly state: 'open' | 'locked' | 'out'
  /** Until it locks. */
  readonly seconds: number
  /** Only in a demo: what the authenticator shows. */
  readonly demoCode?: string
}

/** `touch` says that somebody is at work here. */
export async function findDeskState({ touch }: { readonly touch: boolean }): Promise<DeskState> {
  const token = await readStaffToken()
  const now = new Date()
  const session = token ? await findStaffSession(pool(), token, { now, touch }) : undefined
  if (!session || session.state === 'half') return { state: 'out', seconds: 0 }
  if (session.state === 'open') {
    return { state: 'open', seconds: Math.max(0, (session.locksAt.getTime() - now.getTime()) / 1000) }
  }
  const demoCode = await findDemoCode(session.username, now)
  return { state: 'locked', seconds: 0, ...(demoCode ? { demoCode } : {}) }
}
