import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { DayPlan } from '#components/staffing/day-plan.tsx'
import { MissRates } from '#components/staffing/miss-rates.tsx'
import { OverbookingTable } from '#components/staffing/overbooking-table.tsx'
import { PlanForm } from '#components/staffing/plan-form.tsx'
import { PlanGrid } from '#components/staffing/plan-grid.tsx'
import { WeekNav } from '#components/staffing/week-nav.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { planWeek } from '#lib/staffing/plan-week.ts'
import { OfficeChoice } from '../office-choice.tsx'
import { withSearch } from '../week/week-address.ts'
import { weekOfAddress } from '../week-of-address.ts'
import { Assumptions } from './assumptions.tsx'

const PATH = '/desk/manage/planner'
const USUAL_TARGET = 10
const MOST_TARGET = 60

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staffing.plan'))('title') }
}

/** What is expected of a coming week, and how many windows and people it needs. Advice: nothing is changed here. */
export default async function PlannerPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const search = await searchParams
  const { actor, office } = await requireStaff('plan-capacity', search.office)
  const t = await getTranslations('staffing.plan')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const now = new Date()
  const today = shanghaiToday(now)
  const from = weekOfAddress(search.week, addDays(today, 7))
  const asked = Math.round(Number(search.target))
  const target = asked >= 1 && asked <= MOST_TARGET ? asked : USUAL_TARGET
  const wish = { actor, officeId: office.id, day: from, laneId: search.lane, targetMinutes: target, now }
  const shown = await planWeek(pool(), wish)
  if (!shown.ok) forbidden()
  const plan = shown.value
  const chosen = plan.days.find((day) => day === search.day) ?? plan.hours[0]?.date
  const hours = plan.hours.filter(({ date }) => date === chosen)
  const address = (week: string, day?: string) =>
    withSearch(PATH, {
      office: search.office,
      week,
      lane: plan.lane?.id,
      target: String(target),
      day,
    })
  return (
    <DeskWork
      title={t('titleOf', { office: office.name[locale] })}
      back={{ href: '/desk/manage', text: manage('back') }}
      actions={
        <>
          <OfficeChoice
            {...{ actor, office, locale }}
            act="plan-capacity"
            path={PATH}
            kept={{ week: from, target: String(target) }}
          />
          <WeekNav
            before={address(addDays(from, -7))}
            now={address(today)}
            after={address(addDays(from, 7))}
            week={`${dayText(locale, from)} – ${dayText(locale, addDays(from, 6))}`}
          />
          <a
            className="prose-link inline-flex min-h-11 items-center text-small"
            href={withSearch(`${PATH}/afterwards`, { office: search.office })}
          >
            {t('afterwards')}
          </a>
          {mayDo(actor.grants, 'see-roster', office) ? (
            <a
              className="prose-link inline-flex min-h-11 items-center text-small"
              href={`${withSearch('/desk/manage/roster', { office: search.office, week: from, days: chosen })}#add`}
            >
              {t('toRoster')}
            </a>
          ) : null}
        </>
      }
    >
      <PlanForm
        kept={{ office: search.office, week: from, day: search.day }}
        lanes={plan.lanes}
        laneId={plan.lane?.id}
        target={target}
        most={MOST_TARGET}
        locale={locale}
      />
      <div className="grid gap-6">
        {plan.pastDays === 0 ? (
          <Notice title={t('noPast')}>
            <p>{t('noPastText')}</p>
          </Notice>
        ) : plan.pastDays < 10 ? (
          <Notice title={t('littlePast', { days: plan.pastDays })}>
            <p>{t('littlePastText')}</p>
          </Notice>
        ) : null}
        {plan.hours.length === 0 ? (
          <Notice title={t('closed')}>
            <p>{t('closedText')}</p>
          </Notice>
        ) : (
          <PlanGrid
            days={plan.days}
            hours={plan.hours}
            specials={plan.specials}
            chosen={chosen}
            locale={locale}
            addressOf={(day) => `${address(from, day)}#day`}
          />
        )}
        {chosen && hours.length > 0 ? (
          <section id="day" className="rounded-card border border-line bg-surface p-4">
            <h2 className="text-body">{dayText(locale, chosen, 'long')}</h2>
            <DayPlan hours={hours} day={dayText(locale, chosen)} target={target} />
          </section>
        ) : null}
        <Assumptions plan={plan} target={target} locale={locale} />
        <section className="grid gap-2 rounded-card border border-line bg-surface p-4">
          <h2 className="mb-0 text-body">{t('missesTitle')}</h2>
          <MissRates table={plan.misses} locale={locale} />
        </section>
        <section className="grid gap-2 rounded-card border border-line bg-surface p-4">
          <h2 className="mb-0 text-body">{t('overbookingTitle')}</h2>
          <p className="m-0 text-small text-ink-soft">{t('overbookingText')}</p>
          <OverbookingTable halves={plan.overbooking} locale={locale} />
          <p className="m-0 text-small">
            {t('adviceOnly')}{' '}
            <a
              className="prose-link inline-flex min-h-9 items-center"
              href={withSearch('/desk/manage/hours', { office: search.office })}
            >
              {t('toHours')}
            </a>
          </p>
        </section>
      </div>
    </DeskWork>
  )
}
