import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Outcome } from '#lib/domain/outcome.ts'
import type { TicketMark } from '#lib/domain/ticket.ts'
import { clockText } from '#lib/format/dates.ts'

/** What happened to a number, each with its time. */
export async function EntryHistory({
  history,
}: {
  history: readonly {
    readonly at: Date
    readonly event: TicketMark
    readonly window: string | undefined
    readonly toComplete: Outcome | undefined
  }[]
}) {
  const t = await getTranslations('desk.events')
  const outcomes = await getTranslations('desk.outcomes')
  const words = await getTranslations('counter.history')
  const locale = (await getLocale()) as Locale
  if (history.length === 0) return null
  return (
    <section aria-label={words('title')}>
      <ol className="text-small text-ink-soft tabular-nums">
        {history.map(({ at, event, window, toComplete }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added, at the end.
          <li key={index}>
            <time dateTime={at.toISOString()}>{clockText(locale, at)}</time>{' '}
            {window ? words('at', { event: t(event), window }) : t(event)}
            {toComplete ? (
              <strong className="text-warn"> {words('toComplete', { outcome: outcomes(toComplete) })}</strong>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
