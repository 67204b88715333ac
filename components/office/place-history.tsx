/** A change of a place, in words. */
export interface PlaceHistoryEntry {
  readonly id: string
  readonly when: string
  readonly what: string
  readonly note?: string | undefined
  readonly lines: readonly string[]
}

/** What was changed about a place, the latest first, each with what it was and what it is. */
export function PlaceHistory({ changes, none }: { changes: readonly PlaceHistoryEntry[]; none: string }) {
  if (changes.length === 0) return <p className="text-small text-ink-soft">{none}</p>
  return (
    <ol className="divide-y divide-line">
      {changes.map(({ id, when, what, note, lines }) => (
        <li key={id} className="py-2.5">
          <p className="font-semibold">
            {what}
            {note ? <span className="font-normal text-ink-soft"> · {note}</span> : null}
          </p>
          <p className="text-small text-ink-soft">{when}</p>
          {lines.length > 0 ? (
            <ul className="mt-1 grid gap-1 text-small break-words whitespace-pre-line">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
