/** How something would read, for those it is for. */
export interface ProposalSample {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly lang: string
}

/** Texts as people read them, each in its language. */
export function SampleList({ samples }: { samples: readonly ProposalSample[] }) {
  return (
    <div className="grid gap-3">
      {samples.map(({ id, title, text, lang }) => (
        <div key={id}>
          <p className="text-small text-ink-soft">{title}</p>
          <p lang={lang} className="rounded-card bg-sunken px-3 py-2 break-words whitespace-pre-line">
            {text}
          </p>
        </div>
      ))}
    </div>
  )
}
