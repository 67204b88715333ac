import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { JudgedOffice } from '#lib/domain/judge-office.ts'
import { writeRecords } from './office-record.sql.ts'

/** Writes offices down and puts on the record what of each changed. `file` is the word for the file they came in. */
export async function writeOffice(
  client: PoolClient,
  write: {
    /** Who does it. */
    readonly by: string
    readonly founded: readonly JudgedOffice[]
    readonly edited: readonly JudgedOffice[]
    readonly file?: string
    readonly now: Date
  },
): Promise<void> {
  const { by, founded, edited, file, now } = write
  await writeRecords(
    client,
    [...founded, ...edited].map(({ record }) => record),
  )
  for (const [act, offices] of [
    ['office-founded', founded],
    ['office-edited', edited],
  ] as const)
    for (const { record, changes } of offices)
      await writeEntry(client, {
        at: now,
        actorKind: 'staff',
        actorId: by,
        act,
        subjectKind: 'office',
        subjectId: record.id,
        officeId: record.id,
        detail: { changed: changes, ...(file ? { file } : {}) },
      })
}
