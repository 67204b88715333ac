/** One file as the law sees it: where it lies (from the repository's root, forward slashes) and what it says. */
export interface SourceFile {
  path: string
  source: string
}
