import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChoiceLinks } from '#components/capacity/choice-links.tsx'
import { DayHeads } from '#components/capacity/day-heads.tsx'
import { SeatsCell } from '#components/capacity/seats-cell.tsx'
import { WeekTable } from '#components/capacity/week-table.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { OFFICES_A_PAGE, showWeeks } from '#lib/capacity/show-weeks.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDoForRegion } from '#lib/domain/permissions.ts'
import { requirePost } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { listRegions } from '#lib/office/list-regions.ts'
import { mondayOf, withSearch } from '../week-address.ts'
import { WeekLinks } from '../week-links.tsx'
import { widestRegion } from './widest-region.ts'

const PATH = '/desk/manage/week/offices'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.week'))('titleOffices') }
}

/** The week of many offices at once: which is full, which is free, which is closed and why. */
export default async function OfficeWeeksPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requirePost()
  const search = await searchParams
  const widest = widestRegion(actor.grants, office.regionCode)
  const regionCode = search.region ?? widest
  if (!regionCode) forbidden()
  const t = await getTranslations('hours.week')
  const locale = (await getLocale()) as Locale
  const today = shanghaiToday(new Date())
  const from = mondayOf(search.from, today)
  const page = Math.max(1, Number.parseInt(search.page ?? '1', 10) || 1)
  const [shown, regions] = await Promise.all([
    showWeeks(pool(), { actor, regionCode, from, page }),
    listRegions({ within: widest ?? regionCode }),
  ])
  if (!shown.ok) forbidden()
  const { days, offices, count } = shown.value
  const own = regions.find(({ code }) => code === regionCode)
  const pages = Math.ceil(count / OFFICES_A_PAGE)
  const ways = regions.filter(
    ({ code, parent, offices }) =>
      offices > 0 &&
      (code === own?.parent || code === regionCode || parent === regionCode) &&
      mayDoForRegion(actor.grants, 'see-week', code),
  )
  return (
    <DeskWork
      title={t('titleRegion', { region: own?.name[locale] ?? regionCode, count })}
      back={{ href: '/desk/manage/week', text: t('backToWeek') }}
      actions={
        <WeekLinks
          path={PATH}
          search={{ region: search.region, page: search.page }}
          from={from}
          today={today}
          locale={locale}
        />
      }
    >
      {ways.length > 1 ? (
        <div className="no-print mb-3">
          <ChoiceLinks
            label={t('region')}
            links={ways.map(({ code, name }) => ({
              href: withSearch(PATH, { region: code, from: search.from }),
              text: name[locale],
              isChosen: code === regionCode,
            }))}
          />
        </div>
      ) : null}
      {offices.length === 0 ? <Notice title={t('noOffices')} /> : null}
      <WeekTable
        caption={t('byOffice')}
        corner={t('office')}
        heads={<DayHeads days={days} today={today} marks={[]} locale={locale} />}
      >
        {offices.map(({ id, name, onlineBooking, days: counted, closures }) => (
          <tr key={id} className="border-b border-line last:border-b-0">
            <th scope="row" className="min-w-60 px-3 py-1 font-normal">
              <a
                className="prose-link inline-flex min-h-9 items-center"
                href={withSearch('/desk/manage/week', { office: id, from: search.from })}
              >
                {name[locale]}
              </a>
              {onlineBooking ? null : (
                <span className="block">
                  <Tag>{t('notOnline')}</Tag>
                </span>
              )}
            </th>
            {days.map((date) => {
              const { taken = 0, total = 0 } = counted.find((one) => one.date === date) ?? {}
              return (
                <td key={date} className="p-0">
                  <SeatsCell
                    seats={{ booked: taken, free: total - taken, total }}
                    about={`${name[locale]} ${dayText(locale, date)}`}
                  />
                  {closures
                    .filter((one) => one.from <= date && date <= one.until)
                    .map(({ kind, reason, laneId }) => (
                      <span key={`${kind} ${laneId ?? ''}`} className="block px-1 pb-1">
                        <Tag tone={kind === 'closed' ? 'stop' : 'warn'}>
                          {t(laneId ? 'partly' : 'wholly', {
                            kind: t(`kind.${kind}`),
                            reason: reason[locale],
                          })}
                        </Tag>
                      </span>
                    ))}
                </td>
              )
            })}
          </tr>
        ))}
      </WeekTable>
      {pages > 1 ? (
        <div className="mt-3">
          <ChoiceLinks
            label={t('pages')}
            links={Array.from({ length: pages }, (_, index) => ({
              href: withSearch(PATH, { region: search.region, from: search.from, page: String(index + 1) }),
              text: String(index + 1),
              isChosen: page === index + 1,
            }))}
          />
        </div>
      ) : null}
    </DeskWork>
  )
}
