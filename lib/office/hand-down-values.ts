import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { followOriginal } from '#lib/domain/follow-original.ts'
import { mayDo, mayDoForRegion } from '#lib/domain/permissions.ts'
import { regionPrefix } from '#lib/domain/place.ts'
import { type PlaceKey, resolvePlace } from '#lib/domain/place-values.ts'
import {
  changedKeys,
  fieldsOf,
  type PlaceSheet,
  placeSheetOf,
  readPlaceValues,
} from '#lib/domain/read-place-values.ts'
import { accept, type RefusalDetail, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { forgetRules } from './forget-rules.ts'
import { lockValuesOf, readHandedValues, readSilentOffices, writeValue } from './place-value.sql.ts'

/** How often each value was changed when it was seen; 0 for one that was never said. */
export type ValueVersions = Readonly<Record<PlaceKey, number>>

/**
 * Says what a region, or the nation (`code` undefined), hands down to its offices; tells which values changed. Refuses
 * when somebody else changed one of them meanwhile, and when offices would be left without a telephone number.
 */
export async function handDownValues(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly code: string | undefined
    readonly sheet: PlaceSheet
    readonly versions: ValueVersions
    readonly now: Date
  },
): Promise<Result<readonly PlaceKey[]>> {
  const { actor, code, sheet, versions, now } = wish
  const may = code
    ? mayDoForRegion(actor.grants, 'edit-office', code)
    : mayDo(actor.grants, 'edit-office', undefined)
  if (!may) return refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
  const place: Scope = code ? { scope: 'region', scopeId: code } : { scope: 'national', scopeId: 'CN' }
  const handed = await poolTransaction(pool, async (client): Promise<Result<readonly PlaceKey[]>> => {
    const stood = await lockValuesOf(client, place)
    const before = placeSheetOf(
      Object.fromEntries([...stood].flatMap(([key, { value }]) => (value === null ? [] : [[key, value]]))),
    )
    const read = readPlaceValues(followOriginal(sheet, before, ['announcement', 'instead']))
    if (!read.ok) return read
    const after = placeSheetOf(read.value)
    const keys = changedKeys(before, after)
    const overtaken = keys.filter((key) => (stood.get(key)?.version ?? 0) !== versions[key])
    if (overtaken.length > 0)
      return refuse('not-allowed', [{ path: 'version', reason: 'place-changed-meanwhile' }])
    for (const key of keys)
      await writeValue(client, { ...place, key, value: read.value[key] ?? null, at: now, by: actor.id })
    const silent = await findSilent(client, code, keys)
    if (silent.length > 0) throw new LeftSilent(silent)
    const fields = keys.flatMap(fieldsOf).filter((field) => before[field] !== after[field])
    if (keys.length > 0)
      await writeEntry(client, {
        at: now,
        actorKind: 'staff',
        actorId: actor.id,
        act: 'place-values-set',
        subjectKind: 'region',
        subjectId: place.scopeId,
        detail: {
          changed: Object.fromEntries(fields.map((field) => [field, [before[field], after[field]]])),
        },
      })
    return accept(keys)
  }).catch((fault: unknown) => {
    if (fault instanceof LeftSilent) return refuse('not-allowed', fault.errors)
    throw fault
  })
  forgetRules()
  return handed
}

/** Ends the transaction: what was written in it must not stay. */
class LeftSilent extends Error {
  readonly errors: readonly RefusalDetail[]
  constructor(errors: readonly RefusalDetail[]) {
    super('offices would be left without')
    this.errors = errors
  }
}

/** Which of the values taken back offices below rely on: nothing wider says them. */
async function findSilent(
  client: PoolClient,
  code: string | undefined,
  keys: readonly PlaceKey[],
): Promise<RefusalDetail[]> {
  const missed = keys.filter((key) => key === 'phone' || key === 'instead')
  if (missed.length === 0) return []
  const handed = await readHandedValues(client)
  const offices = await readSilentOffices(client, regionPrefix(code ?? ''))
  const errors: RefusalDetail[] = []
  if (offices.some((one) => one.phone && !resolvePlace({}, one.regionCode, handed).phone))
    errors.push({ path: 'phone', reason: 'offices-rely-on-it' })
  if (offices.some((one) => one.instead && !resolvePlace({}, one.regionCode, handed).instead))
    errors.push({ path: 'instead_zh_cn', reason: 'offices-rely-on-it' })
  return errors
}
