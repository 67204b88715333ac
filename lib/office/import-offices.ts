import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { LineVerdict } from '#lib/domain/office-lines.ts'
import { placesFor } from '#lib/domain/place-scope.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { forgetRules } from './forget-rules.ts'
import { judgeOfficeFile } from './judge-office-file.ts'
import { lockFounding, lockOffices } from './office-record.sql.ts'
import { writeOffice } from './write-office.ts'

/** What a file did. */
export interface ImportedOffices {
  readonly founded: number
  readonly edited: number
  /** The offices whose last day changed. */
  readonly closing: readonly string[]
}

/**
 * Does exactly what was shown before (`previewOffices`, its `picture`), all of it or nothing: refused when a line is, when
 * the file is another one, or when an office was changed since.
 */
export async function importOffices(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly file: Uint8Array
    readonly picture: string
    readonly now: Date
  },
): Promise<Result<ImportedOffices>> {
  const { actor, picture, now } = wish
  const { prefixes, officeIds } = placesFor(actor.grants, 'edit-office')
  if (prefixes.length + officeIds.length === 0)
    return refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
  const imported = await poolTransaction(pool, async (client) => {
    await lockFounding(client)
    const first = await judgeOfficeFile(client, { grants: actor.grants, file: wish.file, now })
    if (!first.ok) return first
    await lockOffices(
      client,
      first.value.verdicts.map(({ id }) => id),
    )
    const judged = await judgeOfficeFile(client, { grants: actor.grants, file: wish.file, now })
    if (!judged.ok) return judged
    const { verdicts } = judged.value
    if (judged.value.picture !== picture)
      return refuse('not-allowed', [{ path: 'picture', reason: 'offices-changed-meanwhile' }])
    if (verdicts.some(({ kind }) => kind === 'refused'))
      return refuse('invalid-input', [{ path: 'file', reason: 'lines-refused' }])
    const [founded, edited] = [of(verdicts, 'new'), of(verdicts, 'changed')]
    if (founded.length + edited.length > 0)
      await writeOffice(client, { by: actor.id, founded, edited, file: picture, now })
    return accept({
      founded: founded.length,
      edited: edited.length,
      closing: edited.flatMap(({ record, changes }) => (changes.closed_on ? [record.id] : [])),
    })
  })
  forgetRules()
  return imported
}

function of(verdicts: readonly LineVerdict[], kind: LineVerdict['kind']) {
  return verdicts.flatMap((verdict) => (verdict.kind === kind && verdict.judged ? [verdict.judged] : []))
}
