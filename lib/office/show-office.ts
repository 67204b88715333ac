import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { KnownOffice } from '#lib/domain/judge-office.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { type ResolvedValues, resolvePlace } from '#lib/domain/place-values.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readRecords } from './office-record.sql.ts'
import { type PlaceChange, readPlaceHistory } from './place-history.sql.ts'
import { type NamedValue, readHandedValues } from './place-value.sql.ts'
import { readTreeOffices, type TreeOffice } from './tree.sql.ts'

const MOST_CHANGES = 30

/** An office as those who look after it see it: as it is written down, and what is handed down to it. */
export interface OfficeView extends KnownOffice {
  readonly listed: TreeOffice
  readonly parent: KnownOffice | undefined
  readonly resolved: ResolvedValues
  /** What holds where the office says nothing itself. */
  readonly handed: ResolvedValues
  readonly named: readonly NamedValue[]
  readonly history: readonly PlaceChange[]
  readonly mayEdit: boolean
  readonly mayFound: boolean
}

/** An office with everything that can be said about it, from where it comes, and what was changed by whom. */
export async function showOffice(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string },
): Promise<Result<OfficeView>> {
  const { actor, officeId } = wish
  const [known] = await readRecords(pool, [officeId.replaceAll('\0', '')])
  if (!known) return refuse('not-found')
  const { record } = known
  const refusal = refuseStaff(actor, 'see-places', record)
  if (refusal) return refusal
  const named = await readHandedValues(pool)
  const { offices } = await readTreeOffices(pool, { ids: [officeId], most: 1 })
  const [listed] = offices
  if (!listed) return refuse('not-found')
  const [parent] = record.parentId ? await readRecords(pool, [record.parentId]) : []
  return accept({
    ...known,
    listed,
    parent,
    resolved: resolvePlace(record, record.regionCode, named),
    handed: resolvePlace({}, record.regionCode, named),
    named,
    history: await readPlaceHistory(pool, { kind: 'office', id: officeId, most: MOST_CHANGES }),
    mayEdit: mayDo(actor.grants, 'edit-office', record),
    mayFound: mayDo(actor.grants, 'found-office', record),
  })
}
