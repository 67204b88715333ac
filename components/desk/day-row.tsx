import { getTranslations } from 'next-intl/server'
import { classNames } from '#components/ui/class-names.ts'
import { StillLink } from '#components/ui/still-link.tsx'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { ticketNumber } from '#lib/domain/ticket.ts'
import { RowState } from './row-state.tsx'

/** One couple of the day, in one line; the whole line opens them. */
export async function DayRow({
  entry,
  isChosen,
  isDense,
  now,
}: {
  entry: DayEntry
  isChosen: boolean
  isDense: boolean
  now: Date
}) {
  const t = await getTranslations('desk')
  const { id, ticket, people, expected, present, flags, startTime } = entry
  const number = ticket ? ticketNumber(ticket) : '—'
  const names = people.map(({ name }) => name).filter(Boolean)
  const size = isDense ? 'short' : 'long'
  const marks = [
    flags.greenChannel && t(`flags.${size}.greenChannel`),
    flags.proxy && t(`flags.${size}.proxy`),
    flags.separate && t(`flags.${size}.separate`),
    flags.hasNote && t(`flags.${size}.note`),
    ...flags.languages.map((locale) => t(`flags.${size}.${locale}`)),
  ].filter((mark) => mark !== false)
  return (
    <StillLink
      href={`/desk?at=${id}`}
      aria-current={isChosen ? 'true' : undefined}
      data-row={[number, entry.code, ...names].join(' ').toLowerCase()}
      className={classNames(
        'grid items-center gap-x-2 border-b border-line px-3 text-small text-ink no-underline tabular-nums hover:bg-sunken [&>*]:truncate',
        isDense
          ? 'h-6 grid-cols-[2.6rem_2.7rem_2.4rem_1fr_1.9rem_8.2rem]'
          : 'h-9 grid-cols-[3rem_3.2rem_5rem_9rem_3rem_10rem_1fr]',
        isChosen && 'bg-accent-tint',
        flags.lateMinutes > 0 && !ticket && 'text-warn',
      )}
    >
      <span className="font-semibold">{startTime ?? t('walkIn')}</span>
      <span>{number}</span>
      <span>{t(`services.${entry.service}`)}</span>
      <span>
        {names.join(' · ') || '—'}
        {isDense && marks.length > 0 ? (
          <span className="font-semibold text-accent-deep">　{marks.join(' ')}</span>
        ) : null}
      </span>
      <span>{ticket ? `${present}/${expected}` : '—'}</span>
      <span className={isDense ? '[&>*]:py-0 [&>*]:leading-5' : undefined}>
        <RowState entry={entry} now={now} />
      </span>
      {isDense ? null : <span className="text-ink-soft">{marks.join(' · ')}</span>}
    </StillLink>
  )
}
