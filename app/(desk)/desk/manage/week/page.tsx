import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChoiceLinks } from '#components/capacity/choice-links.tsx'
import { DayHeads } from '#components/capacity/day-heads.tsx'
import { SeatsCell } from '#components/capacity/seats-cell.tsx'
import { WeekTable } from '#components/capacity/week-table.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { showWeek } from '#lib/capacity/show-week.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { isService, SERVICES } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { widestRegion } from './offices/widest-region.ts'
import { mondayOf, withSearch } from './week-address.ts'
import { WeekLinks } from './week-links.tsx'

const PATH = '/desk/manage/week'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.week'))('title') }
}

/** How a week of an office fills: hour by hour and service by service. A number leads to its people. */
export default async function WeekPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const search = await searchParams
  const { actor, office } = await requireStaff('see-week', search.office)
  const t = await getTranslations('hours.week')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const today = shanghaiToday(new Date())
  const from = mondayOf(search.from, today)
  const service = search.service && isService(search.service) ? search.service : undefined
  const shown = await showWeek(pool(), { actor, officeId: office.id, from, laneId: search.lane, service })
  if (!shown.ok) forbidden()
  const { days, lanes, hours, cells, totals, services, marks } = shown.value
  const lane = lanes.find(({ id }) => id === search.lane)
  const kept = { office: search.office, lane: lane?.id, service, from: search.from }
  const region = widestRegion(actor.grants, office.regionCode)
  const maySeePeople = mayDo(actor.grants, 'see-day', office)
  const peopleOf = (date: string, hour?: string) =>
    maySeePeople
      ? withSearch(`${PATH}/people`, { office: search.office, service, lane: lane?.id, date, hour })
      : undefined
  const named = marks.map((mark) => ({ ...mark, lane: lanes.find(({ id }) => id === mark.laneId)?.name }))
  const offered = SERVICES.filter((one) => lanes.some((own) => own.services.includes(one)))
  return (
    <DeskWork
      title={t('titleOf', { office: shown.value.name[locale] })}
      back={{ href: '/desk/manage', text: manage('back') }}
      actions={
        <>
          <WeekLinks path={PATH} search={kept} from={from} today={today} locale={locale} />
          {region ? (
            <a
              className="prose-link inline-flex min-h-11 items-center text-small"
              href={withSearch(`${PATH}/offices`, { region, from: search.from })}
            >
              {t('allOffices')}
            </a>
          ) : null}
        </>
      }
    >
      <div className="no-print mb-3 flex flex-wrap gap-x-8 gap-y-2">
        <ChoiceLinks
          label={t('lane')}
          links={[
            { id: undefined, text: t('all') },
            ...lanes.map(({ id, name }) => ({ id, text: name[locale] })),
          ].map(({ id, text }) => ({
            href: withSearch(PATH, { ...kept, lane: id }),
            text,
            isChosen: lane?.id === id,
          }))}
        />
        <ChoiceLinks
          label={t('service')}
          links={[
            { one: undefined, text: t('all') },
            ...offered.map((one) => ({ one, text: serviceName(locale, one) })),
          ].map(({ one, text }) => ({
            href: withSearch(PATH, { ...kept, service: one }),
            text,
            isChosen: service === one,
          }))}
        />
      </div>
      <div className="grid gap-4">
        {hours.length === 0 ? (
          <Notice title={t('empty')}>
            <p>{t('emptyText')}</p>
          </Notice>
        ) : null}
        <WeekTable
          caption={t('byHour', {
            what:
              [lane?.name[locale], service && serviceName(locale, service)].filter(Boolean).join(' · ') ||
              t('all'),
          })}
          corner={t('hour')}
          heads={<DayHeads days={days} today={today} marks={named} locale={locale} />}
        >
          {hours.map((hour) => (
            <tr key={hour} className="border-b border-line">
              <th scope="row" className="px-3 font-normal whitespace-nowrap tabular-nums">
                {hour}:00
              </th>
              {days.map((date) => (
                <td key={date} className="p-0">
                  <SeatsCell
                    seats={cells.get(`${date} ${hour}`)}
                    href={peopleOf(date, hour)}
                    about={`${dayText(locale, date)} ${hour}:00`}
                  />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className="px-3 py-1.5 whitespace-nowrap">
              {t('day')}
            </th>
            {days.map((date) => (
              <td key={date} className="p-0">
                <SeatsCell
                  seats={totals.get(date)}
                  href={peopleOf(date)}
                  about={dayText(locale, date)}
                  isSum
                />
              </td>
            ))}
          </tr>
        </WeekTable>
        {service === undefined ? (
          <WeekTable
            caption={t('byService')}
            corner={t('service')}
            heads={<DayHeads days={days} today={today} marks={[]} locale={locale} />}
          >
            {offered
              .filter((one) => !lane || lane.services.includes(one))
              .map((one) => (
                <tr key={one} className="border-b border-line last:border-b-0">
                  <th scope="row" className="px-3 font-normal">
                    {serviceName(locale, one)}
                  </th>
                  {days.map((date) => (
                    <td key={date} className="p-0">
                      <SeatsCell
                        seats={services.get(`${one} ${date}`)}
                        about={`${serviceName(locale, one)} ${dayText(locale, date)}`}
                      />
                    </td>
                  ))}
                </tr>
              ))}
          </WeekTable>
        ) : null}
        <p className="text-small text-ink-soft">{t('shared')}</p>
      </div>
    </DeskWork>
  )
}
