import { createHash } from 'node:crypto'
import type { PoolClient } from '#lib/db/pool.ts'
import { judgeLines, type LineVerdict } from '#lib/domain/office-lines.ts'
import type { StaffGrant } from '#lib/domain/permissions.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { gatherOfficeFacts } from './gather-office-facts.ts'
import { type FileWriting, readOfficeFile } from './read-office-file.ts'

/** What a file would do, line by line. */
export interface JudgedFile {
  readonly writing: FileWriting
  readonly verdicts: readonly LineVerdict[]
  /** The word for exactly this: another one means that the file or an office is no longer what was seen. */
  readonly picture: string
}

/** Judges every line of a file of offices against the offices as they stand. */
export async function judgeOfficeFile(
  client: PoolClient,
  wish: { readonly grants: readonly StaffGrant[]; readonly file: Uint8Array; readonly now: Date },
): Promise<Result<JudgedFile>> {
  const { grants, file, now } = wish
  const read = readOfficeFile(file)
  if (!read.ok) return read
  const { writing, lines } = read.value
  const sheets = lines.flatMap(({ sheet }) => (sheet ? [sheet] : []))
  const { offices, facts } = await gatherOfficeFacts(client, { grants, sheets, now })
  const verdicts = judgeLines(lines, offices, facts)
  const seen = verdicts.map(({ line, id, kind, changes, errors }) => [
    line,
    kind,
    id,
    offices.get(id)?.version ?? 0,
    changes,
    errors,
  ])
  const picture = createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 32)
  return accept({ writing, verdicts, picture })
}
