import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { type OfficePlace, STAFF_ACTS, type StaffGrant, type StaffRole } from '#lib/domain/permissions.ts'
import { codePrefix } from '#lib/domain/place-act.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { scopePath } from '#lib/domain/scope-path.ts'
import { type StaffReach, type StaffRecord, selectStaffWithin } from './staff-account.sql.ts'

const PAGE = 50

export interface StaffQuery {
  /** Where the one who asks stands. */
  readonly office: OfficePlace
  /** Only the people of that office and of the places it lies in; otherwise everybody whom the actor may see. */
  readonly onlyHere: boolean
  readonly role?: StaffRole | undefined
  /** A part of a name or of a username. */
  readonly named?: string | undefined
  /** From 1. */
  readonly page: number
  readonly now: Date
}

export interface StaffPage {
  readonly people: readonly StaffRecord[]
  readonly hasMore: boolean
}

/** The people whom somebody may see, 50 a page. */
export async function listStaff(
  pool: Pool,
  actor: StaffActor,
  query: StaffQuery,
): Promise<Result<StaffPage>> {
  const { office, onlyHere, role, named, page, now } = query
  const refused = refuseStaff(actor, 'see-staff', office)
  if (refused) return refused
  const found = await selectStaffWithin(pool, {
    reach: reachOf(actor.grants),
    places: onlyHere ? scopePath(office) : undefined,
    role,
    named: named?.normalize('NFKC').trim() || undefined,
    skip: (page - 1) * PAGE,
    most: PAGE + 1,
    now,
  })
  return accept({ people: found.slice(0, PAGE), hasMore: found.length > PAGE })
}

function reachOf(grants: readonly StaffGrant[]): StaffReach {
  const seers: readonly StaffRole[] = STAFF_ACTS['see-staff']
  const own = grants.filter(({ role }) => seers.includes(role))
  const ids = (wanted: StaffGrant['scope']) =>
    own.filter(({ scope }) => scope === wanted).map(({ scopeId }) => scopeId)
  return {
    everywhere: ids('national').length > 0,
    officeIds: ids('office'),
    prefixes: ids('region').map(codePrefix),
  }
}
