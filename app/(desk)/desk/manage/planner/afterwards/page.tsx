import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { WeekNav } from '#components/staffing/week-nav.tsx'
import { WeekReview } from '#components/staffing/week-review.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { reviewWeek } from '#lib/staffing/review-week.ts'
import { OfficeChoice } from '../../office-choice.tsx'
import { withSearch } from '../../week/week-address.ts'
import { weekOfAddress } from '../../week-of-address.ts'

const PATH = '/desk/manage/planner/afterwards'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staffing.review'))('title') }
}

/** What became of the plan of a week: planned, booked, came, and how long it took. */
export default async function AfterwardsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const search = await searchParams
  const { actor, office } = await requireStaff('plan-capacity', search.office)
  const t = await getTranslations('staffing.review')
  const plan = await getTranslations('staffing.plan')
  const locale = (await getLocale()) as Locale
  const now = new Date()
  const today = shanghaiToday(now)
  const from = weekOfAddress(search.week, addDays(today, -7))
  const shown = await reviewWeek(pool(), { actor, officeId: office.id, day: from, now })
  if (!shown.ok) forbidden()
  const address = (week: string) => withSearch(PATH, { office: search.office, week })
  return (
    <DeskWork
      title={t('titleOf', { office: office.name[locale] })}
      back={{ href: withSearch('/desk/manage/planner', { office: search.office }), text: plan('back') }}
      actions={
        <>
          <OfficeChoice
            {...{ actor, office, locale }}
            act="plan-capacity"
            path={PATH}
            kept={{ week: from }}
          />
          <WeekNav
            before={address(addDays(from, -7))}
            now={address(today)}
            after={address(addDays(from, 7))}
            week={`${dayText(locale, from)} – ${dayText(locale, addDays(from, 6))}`}
          />
        </>
      }
    >
      {shown.value.length === 0 ? (
        <Notice title={t('none')}>
          <p>{t('noneText')}</p>
        </Notice>
      ) : (
        <div className="grid gap-3 rounded-card border border-line bg-surface p-4">
          <WeekReview reviews={shown.value} locale={locale} />
          <p className="m-0 text-small text-ink-soft">{t('howCounted')}</p>
        </div>
      )}
    </DeskWork>
  )
}
