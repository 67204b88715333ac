import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { pool } from '#lib/db/pool.ts'
import { listDay } from '#lib/desk/list-day.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { isService } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { withSearch } from '../week-address.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.people'))('title') }
}

/** Who has the places of an hour or a day; names are masked as in the list of the day. */
export default async function WeekPeoplePage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const search = await searchParams
  const { actor, office } = await requireStaff('see-day', search.office)
  const { date = '', hour } = search
  if (!isCalendarDate(date)) notFound()
  const now = new Date()
  const t = await getTranslations('hours.people')
  const week = await getTranslations('hours.week')
  const locale = (await getLocale()) as Locale
  const [listed, detail] = await Promise.all([
    listDay(pool(), { actor, officeId: office.id, date, now }),
    search.lane ? getOffice(office.id) : undefined,
  ])
  if (!listed.ok) forbidden()
  const service = search.service && isService(search.service) ? search.service : undefined
  const served = detail?.lanes.find(({ id }) => id === search.lane)?.services
  const entries = listed.value.entries.filter(
    (entry) =>
      entry.startTime !== undefined &&
      (hour === undefined || entry.startTime.startsWith(`${hour}:`)) &&
      (service === undefined || entry.service === service) &&
      (served === undefined || served.includes(entry.service)),
  )
  const isToday = date === shanghaiToday(now)
  const { office: asked, lane } = search
  return (
    <DeskWork
      title={t('titleOf', { day: dayText(locale, date, 'long'), hour: hour ? `${hour}:00` : 'day' })}
      back={{
        href: withSearch('/desk/manage/week', { office: asked, lane, service, from: date }),
        text: week('backToWeek'),
      }}
    >
      {entries.length === 0 ? (
        <Notice title={t('nobody')}>
          <p>{t('nobodyText')}</p>
        </Notice>
      ) : (
        <div className="rounded-card border border-line bg-surface px-3 py-2">
          <DataTable
            caption={t('title')}
            heads={(['time', 'code', 'service', 'people', 'state'] as const).map((name) => ({
              text: t(`column.${name}`),
            }))}
          >
            {entries.map(({ id, startTime, code, service, people, status, lacks }) => (
              <tr key={id} className="border-b border-line last:border-b-0">
                <td className="px-2 tabular-nums">{startTime}</td>
                <td className="px-2 font-mono whitespace-nowrap">
                  {isToday ? (
                    <a className="prose-link inline-flex min-h-9 items-center" href={`/desk?at=${id}`}>
                      {code}
                    </a>
                  ) : (
                    <span className="inline-flex min-h-9 items-center">{code}</span>
                  )}
                </td>
                <td className="px-2">{serviceName(locale, service)}</td>
                <td className="px-2">{people.map(({ name }) => name || '—').join(' · ')}</td>
                <td className="px-2">
                  <Tag tone={status === 'confirmed' ? 'ok' : lacks.length > 0 ? 'warn' : 'plain'}>
                    {t(`status.${status ?? 'confirmed'}`)}
                  </Tag>
                </td>
              </tr>
            ))}
          </DataTable>
        </div>
      )}
    </DeskWork>
  )
}
