import { type ChangeLine, ChangeLines } from './change-lines.tsx'

/** A version in a line, which opens to how it differs from the one before. */
export function VersionDifference({
  excerpt,
  lines,
  words,
}: {
  excerpt: string
  lines: readonly ChangeLine[]
  words: { readonly before: string; readonly after: string }
}) {
  if (lines.length === 0) return excerpt
  return (
    <details>
      <summary className="min-h-9 cursor-pointer">{excerpt}</summary>
      <ChangeLines lines={lines} words={words} />
    </details>
  )
}
