import type { Law } from '../laws.ts'
import type { SourceFile } from '../source-file.ts'

/** A deliberate breach, put into the clean sample (a file of the same path is replaced). */
export interface PlantedFault {
  law: Law
  /** What somebody did, for the title of the test. */
  what: string
  /** The first file is where the finding must lie. */
  files: readonly [SourceFile, ...SourceFile[]]
  /** What the sentence must say: the reason, or where the code belongs instead. */
  says: string
}

/** Shorthand for a fault that fits in one file. */
export function plant(law: Law, what: string, path: string, source: string, says: string): PlantedFault {
  return { law, what, files: [{ path, source }], says }
}
