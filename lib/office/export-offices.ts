import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { csvText } from '#lib/domain/csv-cell.ts'
import { OFFICE_COLUMNS, sheetOf } from '#lib/domain/office-record.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { regionPrefix } from '#lib/domain/place.ts'
import { placesFor } from '#lib/domain/place-scope.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readRecords, readRecordsWithin } from './office-record.sql.ts'

// Spreadsheets take a file without this mark for the writing of their system.
const MARK = '\ufeff'

/** The offices that one looks after, in a region if one is given, as a file that `previewOffices` reads. */
export async function exportOffices(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly code: string | undefined },
): Promise<Result<string>> {
  const { actor, code } = wish
  const { prefixes, officeIds } = placesFor(actor.grants, 'see-places')
  if (prefixes.length + officeIds.length === 0)
    return refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
  const within = regionPrefix(code ?? '')
  const offices = await Promise.all([
    ...prefixes.map((prefix) => readRecordsWithin(pool, within.startsWith(prefix) ? within : prefix)),
    readRecords(pool, officeIds),
  ])
  const sheets = new Map(
    offices
      .flat()
      .filter(
        ({ record }) => record.regionCode.startsWith(within) && mayDo(actor.grants, 'see-places', record),
      )
      .map(({ record }) => [record.id, sheetOf(record)]),
  )
  const rows = [...sheets.values()].map((sheet) => OFFICE_COLUMNS.map((column) => sheet[column]))
  return accept(MARK + csvText([OFFICE_COLUMNS, ...rows]))
}
