import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import type { Service } from '#lib/domain/service.ts'

export type Queryable = Pick<Pool | PoolClient, 'query'>

/** Days of one office, the last one included. */
export interface OfficeDays {
  readonly officeId: string
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** A lane as its people know it. */
export interface RosterLane {
  readonly id: string
  readonly name: LocalizedText
  readonly services: readonly Service[]
}

/** Where an office lies; undefined when there is none of this id. */
export async function findPlace(database: Queryable, officeId: string): Promise<OfficePlace | undefined> {
  const { rows } = await database.query<OfficePlace>(
    `SELECT id, region_code AS "regionCode" FROM office WHERE id = $1`,
    [officeId],
  )
  return rows[0]
}

export async function readLanes(database: Queryable, officeId: string): Promise<RosterLane[]> {
  const { rows } = await database.query<RosterLane>(
    'SELECT id, name, services FROM lane WHERE office_id = $1 ORDER BY position, id',
    [officeId],
  )
  return rows
}

/** The windows of an office by their names, in the order in which they stand. */
export async function readWindowNames(database: Queryable, officeId: string): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    'SELECT name FROM desk_window WHERE office_id = $1 ORDER BY position, name',
    [officeId],
  )
  return rows.map(({ name }) => name)
}
