import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CaseDates } from '#lib/domain/cooling-off.ts'
import type { CaseStatus } from '#lib/domain/divorce-case.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'
import { CaseState } from './case-state.tsx'

export interface CaseTableRow extends CaseDates {
  readonly id: string
  readonly receiptNumber: string
  readonly acceptedOn: CalendarDate
  readonly status: CaseStatus
  readonly provisional: boolean
  readonly visit: { readonly date: CalendarDate; readonly startTime: string } | null
  readonly people: readonly {
    readonly role: number
    readonly name: string
    readonly isUnreachable: boolean
  }[]
}

const COLUMNS = ['receipt', 'people', 'accepted', 'coolingOff', 'window', 'visit', 'state'] as const

/** Cases one a line; the number of the receipt leads to the case. */
export async function CaseTable({
  rows,
  locale,
  today,
  caption,
}: {
  rows: readonly CaseTableRow[]
  locale: Locale
  today: CalendarDate
  caption: string
}) {
  const t = await getTranslations('cases.table')
  const day = (date: CalendarDate) => dayText(locale, date)
  return (
    <Card className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-small text-ink-soft">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="px-3 py-2 font-normal whitespace-nowrap">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-t border-line first:border-t-0 hover:bg-accent-tint">
              <th scope="row" className="px-3 font-semibold">
                <a className="prose-link inline-flex min-h-11 items-center" href={`/desk/cases/${row.id}`}>
                  {row.receiptNumber}
                </a>
              </th>
              <td className="px-3 whitespace-nowrap">
                {row.people.map(({ role, name, isUnreachable }) => (
                  <span key={role} className="mr-2">
                    {name} {isUnreachable ? <Tag tone="warn">{t('unreachable')}</Tag> : null}
                  </span>
                ))}
              </td>
              <td className="px-3 whitespace-nowrap tabular-nums">{day(row.acceptedOn)}</td>
              <td className="px-3 whitespace-nowrap tabular-nums">{day(row.coolingOffEnd)}</td>
              <td className="px-3 whitespace-nowrap tabular-nums">
                {t('span', { from: day(row.firstServiceDay), until: day(row.certWindowEnd) })}{' '}
                {row.provisional && row.status === 'open' ? <Tag tone="warn">{t('provisional')}</Tag> : null}
              </td>
              <td className="px-3 whitespace-nowrap tabular-nums">
                {row.visit ? `${day(row.visit.date)} ${row.visit.startTime}` : t('noVisit')}
              </td>
              <td className="px-3">
                <CaseState status={row.status} dates={row} today={today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
