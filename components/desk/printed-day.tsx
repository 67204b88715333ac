import { getLocale, getTranslations } from 'next-intl/server'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { ticketNumber } from '#lib/domain/ticket.ts'
import { dayText } from '#lib/format/dates.ts'

const CELL = 'border-b border-line px-1.5 py-1 text-left align-top'

/** The rows of the day as a table that fits A4, with room to write who came and what came of it. */
export async function PrintedDay({
  rows,
}: {
  rows: readonly { readonly entry: DayEntry; readonly phones: readonly string[] }[]
}) {
  const t = await getTranslations('counter.sheet')
  const desk = await getTranslations('desk')
  const locale = (await getLocale()) as Locale
  if (rows.length === 0) return <p className="py-8 text-center text-ink-soft">{t('none')}</p>
  const flagsOf = ({ flags, lacks }: DayEntry) => [
    ...(flags.greenChannel ? [t('flags.greenChannel')] : []),
    ...(flags.proxy ? [desk('flags.long.proxy')] : []),
    ...(flags.separate ? [t('flags.separate')] : []),
    ...(flags.hasNote ? [t('flags.note')] : []),
    ...(lacks.includes('agreement') ? [t('flags.awaiting')] : []),
    ...(lacks.includes('move-answer') ? [t('flags.moving')] : []),
    ...flags.languages.map((one) => t(`languages.${one}`)),
    ...(flags.certWindowEnd ? [t('flags.until', { day: dayText(locale, flags.certWindowEnd) })] : []),
  ]
  const columns = ['time', 'number', 'people', 'service', 'phone', 'flags', 'here', 'done'] as const
  return (
    <table className="w-full border-collapse text-small tabular-nums">
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={`${CELL} border-ink-soft font-semibold whitespace-nowrap`}
            >
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entry, phones }) => (
          <tr key={entry.id} className="break-inside-avoid">
            <th scope="row" className={`${CELL} font-semibold whitespace-nowrap`}>
              {entry.startTime ?? t('walkIn')}
            </th>
            <td className={CELL}>{entry.ticket ? ticketNumber(entry.ticket) : ''}</td>
            <td className={CELL}>{entry.people.map(({ name }) => name || '—').join(' · ')}</td>
            <td className={`${CELL} whitespace-nowrap`}>{desk(`services.${entry.service}`)}</td>
            <td className={`${CELL} whitespace-nowrap`}>
              {phones.map((phone, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may share a telephone.
                <span key={index} className="block">
                  {phone}
                </span>
              ))}
            </td>
            <td className={CELL}>{flagsOf(entry).join(' · ')}</td>
            <td className={`${CELL} w-14`}>{entry.ticket ? `${entry.present}/${entry.expected}` : '□ □'}</td>
            <td className={`${CELL} w-24`}>
              {entry.ticket?.outcome ? desk(`outcomes.${entry.ticket.outcome}`) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
