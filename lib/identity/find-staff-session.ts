import type { Pool } from '#lib/db/pool.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { StaffGrant } from '#lib/domain/permissions.ts'
import { endsOfShift, stateOfShift } from '#lib/domain/staff-session.ts'
import { hashToken } from './hash-token.ts'
import { selectStaffSession, touchStaffSession } from './staff-session.sql.ts'

const TOUCH_EVERY_MS = 60_000

/** The office in which somebody works today. */
export interface PostOffice {
  readonly id: string
  readonly name: LocalizedText
  readonly regionCode: string
}

export interface StaffSession {
  /** `half`: the code is still missing. `locked`: the code is asked for again. */
  readonly state: 'half' | 'open' | 'locked'
  readonly staffId: string
  readonly username: string
  readonly name: string
  readonly grants: readonly StaffGrant[]
  readonly office?: PostOffice
  readonly window?: string
  readonly signedInAt: Date
  /** When it locks if nobody touches the workstation any more. */
  readonly locksAt: Date
  readonly endsAt: Date
}

/**
 * The sign-in behind this token as it stands now: who was disabled or signed out a moment ago is nobody, a role taken
 * away is gone. `touch` says that somebody is at work; written at most once a minute.
 */
export async function findStaffSession(
  pool: Pool,
  token: string,
  { now, touch }: { readonly now: Date; readonly touch: boolean },
): Promise<StaffSession | undefined> {
  const tokenHash = hashToken(token)
  const row = await selectStaffSession(pool, tokenHash)
  const state = row && stateOfShift(row, now)
  if (!row || !state || state === 'over') return undefined
  const due = touch && state === 'open' && now.getTime() - row.lastSeenAt.getTime() >= TOUCH_EVERY_MS
  if (due) await touchStaffSession(pool, tokenHash, now)
  const { staffId, username, name, grants, office, window } = row
  return {
    state,
    staffId,
    username,
    name,
    grants,
    ...(office ? { office } : {}),
    ...(window ? { window } : {}),
    signedInAt: row.createdAt,
    ...endsOfShift(due ? { ...row, lastSeenAt: now } : row),
  }
}
