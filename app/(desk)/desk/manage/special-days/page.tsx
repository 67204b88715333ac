import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { type DayLook, YearMonth } from '#components/capacity/year-month.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Card } from '#components/ui/card.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { showSpecialDays } from '#lib/capacity/show-special-days.ts'
import { pool } from '#lib/db/pool.ts'
import { addDays, addYears, type CalendarDate, weekdayOf } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { firstOfMonth } from '#lib/domain/month-weeks.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { lunarText } from '#lib/format/lunar.ts'
import { serviceDayText } from '#lib/format/rule-text.ts'
import { suggestDays } from '#lib/format/suggest-days.ts'
import { type Search, saidOf } from '../said.ts'
import { withSearch } from '../week/week-address.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.special'))('title') }
}

/** A year ahead with its lunar dates: the days many couples wish for, what is planned for them, what is closed. */
export default async function SpecialDaysPage({ searchParams }: { searchParams: Search }) {
  const said = saidOf(await searchParams)
  const asked = said.get('office') ?? undefined
  const { actor, office } = await requireStaff('see-week', asked)
  const today = shanghaiToday(new Date())
  const until = addDays(addYears(today, 1), -1)
  const shown = await showSpecialDays(pool(), { actor, officeId: office.id, from: today, until })
  if (!shown.ok) forbidden()
  const { name, planned, marks, mayEdit } = shown.value
  const t = await getTranslations('hours.special')
  const week = await getTranslations('hours.week')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const suggested = suggestDays(today, until)
  const marksOf = (date: CalendarDate) => marks.filter((mark) => mark.date === date)
  const isRest = (date: CalendarDate) =>
    marksOf(date).some(({ kind }) => kind === 'holiday') ||
    (weekdayOf(date) >= 6 && !marksOf(date).some(({ kind }) => kind === 'makeup-workday'))
  const lookOf = (date: CalendarDate): DayLook => {
    if (date < today) return 'past'
    if (planned.some((day) => day.date === date)) return 'planned'
    if (marksOf(date).some(({ kind, laneId }) => kind === 'closed' && laneId === null)) return 'closed'
    if (suggested.some((day) => day.date === date)) return 'suggested'
    return isRest(date) ? 'rest' : 'usual'
  }
  const planOf = (date: CalendarDate, lane?: string) =>
    withSearch('/desk/manage/special-days/plan', { office: asked, date, lane })
  const months = Array.from({ length: 13 }, (_, index) => index).reduce<CalendarDate[]>(
    (all) => [...all, firstOfMonth(addDays(all.at(-1) ?? firstOfMonth(today), 31))],
    [firstOfMonth(today)],
  )
  return (
    <DeskWork
      title={t('titleOf', { office: name[locale] })}
      back={{ href: '/desk/manage', text: manage('back') }}
    >
      <div className="grid items-start gap-4 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="grid gap-4">
          <Card className="px-4 py-3">
            <h2 className="text-body">{t('planned')}</h2>
            {planned.length === 0 ? <p className="text-small text-ink-soft">{t('nonePlanned')}</p> : null}
            <ul className="grid gap-2 text-small">
              {planned.map(({ date, laneId, lane, reason, hours }) => (
                <li key={`${date} ${laneId}`} className="border-b border-line pb-2 last:border-b-0">
                  {mayEdit ? (
                    <a
                      className="prose-link inline-flex min-h-9 items-center font-semibold"
                      href={planOf(date, laneId)}
                    >
                      {dayText(locale, date, 'plain')} · {lane[locale]}
                    </a>
                  ) : (
                    <span className="font-semibold">
                      {dayText(locale, date, 'plain')} · {lane[locale]}
                    </span>
                  )}
                  <span className="block">{reason[locale]}</span>
                  {hours.map((one) => (
                    <span key={one.opens} className="block text-ink-soft">
                      {serviceDayText(locale, one)}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </Card>
          <Card className="px-4 py-3">
            <h2 className="text-body">{t('suggestions')}</h2>
            <p className="mb-1 text-small text-ink-soft">{t('suggestionsText')}</p>
            <ul className="text-small">
              {suggested.map(({ date, occasion }) => (
                <li
                  key={date}
                  className="flex flex-wrap items-center gap-x-2 border-b border-line last:border-b-0"
                >
                  <a
                    className="prose-link inline-flex min-h-9 items-center whitespace-nowrap"
                    href={
                      mayEdit ? planOf(date) : withSearch('/desk/manage/week', { office: asked, from: date })
                    }
                  >
                    {dayText(locale, date)}
                  </a>
                  <span className="font-semibold">
                    {t(`occasion.${occasion}`, {
                      month: Number(date.slice(5, 7)),
                      day: Number(date.slice(8)),
                    })}
                  </span>
                  <span className="text-ink-soft">{lunarText(locale, date)}</span>
                  {isRest(date) ? <Tag>{t('restDay')}</Tag> : null}
                  {marksOf(date).map(({ kind, reason, laneId }) => (
                    <Tag key={`${kind} ${laneId ?? ''}`} tone={kind === 'closed' ? 'stop' : 'plain'}>
                      {week('wholly', { kind: week(`kind.${kind}`), reason: reason[locale] })}
                    </Tag>
                  ))}
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <Card className="px-4 py-3">
          <p className="mb-3 flex flex-wrap gap-2 text-small">
            <Tag tone="accent">{t('look.suggested')}</Tag>
            <span className="rounded-xl bg-accent px-2 py-0.5 text-on-accent">{t('look.planned')}</span>
            <Tag tone="stop">{t('look.closed')}</Tag>
            <Tag>{t('look.rest')}</Tag>
          </p>
          <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
            {months
              .filter((first) => first <= until)
              .map((first) => (
                <YearMonth
                  key={first}
                  first={first}
                  locale={locale}
                  lookOf={lookOf}
                  hrefOf={(date) => (mayEdit && date >= today && date <= until ? planOf(date) : undefined)}
                />
              ))}
          </div>
        </Card>
      </div>
    </DeskWork>
  )
}
