/** The headings of the page, so that nobody has to scroll through what they know. */
export function Contents({
  label,
  entries,
}: {
  label: string
  entries: readonly { id: string; title: string }[]
}) {
  return (
    <nav aria-label={label} className="no-print mt-6 border-y border-line py-3">
      <p className="text-small text-ink-soft">{label}</p>
      <ul className="sm:columns-2">
        {entries.map((entry) => (
          <li key={entry.id}>
            <a className="prose-link inline-flex min-h-11 items-center" href={`#${entry.id}`}>
              {entry.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
