import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import { type Ticket, ticketNumber } from '#lib/domain/ticket.ts'
import type { WaitEstimate } from '#lib/domain/waiting-estimate.ts'
import { clockText, dayText } from '#lib/format/dates.ts'

/** A number as it is handed over: large, with the time, and nothing that tells what they came for. */
export async function GivenNumber({
  ticket,
  office,
  wait,
  now,
}: {
  ticket: Ticket
  office: string
  wait: WaitEstimate | undefined
  now: Date
}) {
  const t = await getTranslations('counter.walkIn')
  const locale = (await getLocale()) as Locale
  return (
    <section className="grid gap-2 text-center" role="status">
      <p className="text-small text-ink-soft">{office}</p>
      <p className="text-small">{t('given')}</p>
      <p className="text-[5.5rem] leading-none font-bold tabular-nums">{ticketNumber(ticket)}</p>
      <p className="text-small text-ink-soft tabular-nums">
        {dayText(locale, ticket.date)} {clockText(locale, now)}
      </p>
      {wait ? (
        <p>
          {t('ahead', {
            ahead: wait.ahead,
            from: wait.optimisticMinutes,
            to: Math.max(wait.pessimisticMinutes, 1),
          })}
        </p>
      ) : null}
      <p className="text-small">{t('slip')}</p>
    </section>
  )
}
