import type { PoolClient } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { KnownOffice, OfficeFacts } from '#lib/domain/judge-office.ts'
import type { OfficeSheet } from '#lib/domain/office-record.ts'
import { mayDo, type StaffGrant } from '#lib/domain/permissions.ts'
import { readLastBooked, readLevels, readRecords } from './office-record.sql.ts'
import { readHandedValues } from './place-value.sql.ts'

/** The offices of these sheets as they stand, by id, and everything that decides whether they can be written down so. */
export async function gatherOfficeFacts(
  client: PoolClient,
  wish: {
    readonly grants: readonly StaffGrant[]
    readonly sheets: readonly OfficeSheet[]
    readonly now: Date
  },
): Promise<{ readonly offices: ReadonlyMap<string, KnownOffice>; readonly facts: OfficeFacts }> {
  const { grants, sheets, now } = wish
  const today = shanghaiToday(now)
  const named = new Set(sheets.flatMap(({ id, parent }) => [id.trim(), parent.trim()]))
  const ids = sheets.map(({ id }) => id.trim())
  const known = await readRecords(client, [...named].map(withoutNul))
  const levels = await readLevels(client, [...new Set(sheets.map(({ region }) => withoutNul(region.trim())))])
  const booked = await readLastBooked(client, ids.map(withoutNul), today)
  const handed = await readHandedValues(client)
  const offices = new Map(known.map((office) => [office.record.id, office]))
  const facts: OfficeFacts = {
    levelOf: (code) => levels.get(code),
    tierOf: (id) => offices.get(id)?.record.tier,
    handed,
    may: (act, office) => mayDo(grants, act, office),
    lastBooked: (officeId, service) => booked.get(`${officeId} ${service}`),
    today,
  }
  return { offices, facts }
}

// A NUL would be an error of the database; what has one is no id of anything.
function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
