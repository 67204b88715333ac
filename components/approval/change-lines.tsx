import { textDifference } from '#lib/domain/text-difference.ts'

/** One thing that changes, in words. */
export interface ChangeLine {
  readonly id: string
  readonly title: string
  readonly before: string
  readonly after: string
  /** The language of the words where it is not that of the page. */
  readonly lang?: string
}

/** What changes, thing by thing: as it was, and as it will be, with the difference marked. */
export function ChangeLines({
  lines,
  words,
}: {
  lines: readonly ChangeLine[]
  words: { readonly before: string; readonly after: string }
}) {
  return (
    <dl className="grid gap-3">
      {lines.map(({ id, title, before, after, lang }) => {
        const { start, from, to, end } = textDifference(before, after)
        return (
          <div key={id} className="border-l-4 border-line pl-3">
            <dt className="text-small text-ink-soft">{title}</dt>
            <dd className="whitespace-pre-line" lang={lang}>
              <span className="sr-only">{words.before} </span>
              {start}
              {from ? <del className="bg-stop-tint text-stop">{from}</del> : null}
              {end}
            </dd>
            <dd className="font-semibold whitespace-pre-line" lang={lang}>
              <span className="sr-only">{words.after} </span>
              {start}
              {to ? <ins className="bg-ok-tint text-ok no-underline">{to}</ins> : null}
              {end}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
