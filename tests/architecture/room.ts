/** One row of the table in `rooms.ts`. */
export interface Room {
  name: string
  /** The files that live here. No path fits two rooms. What the first group catches tells the folders of one room apart. */
  pattern: RegExp
  /** Names of the rooms it may import; its own folder is understood, and so is the log except where `silent`. `*` is all. */
  imports: readonly string[]
  /** Packages it may import: `react` with all its subpaths, `next/link` only that one, `node:*` what Node brings, `*` any. */
  packages: readonly string[]
  /** Where the code belongs when it needs more than this room may have. */
  instead: string
  /** Not even the log. */
  silent?: true
}
