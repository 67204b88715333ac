import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { pool } from '#lib/db/pool.ts'
import { listHomeVisits } from '#lib/desk/list-home-visits.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { VisitTable } from './visit-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home-visit.desk'))('title') }
}

/** Who has asked for a visit, and what is planned. */
export default async function HomeVisitsPage() {
  const { actor, office } = await requireStaff('see-home-visits')
  const t = await getTranslations('home-visit.desk')
  const locale = (await getLocale()) as Locale
  const now = new Date()
  const listed = await listHomeVisits(pool(), { actor, officeId: office.id, now })
  const visits = listed.ok ? listed.value : []
  const planned = visits.filter(({ state }) => state === 'planned')
  const days = [...new Set(planned.flatMap(({ visitOn }) => visitOn ?? []))]
  const upcoming = days.filter((day) => day >= shanghaiToday(now))
  return (
    <DeskPane
      title={t('title')}
      lead={office.name[locale]}
      aside={
        <ButtonLink href="/desk/home-visits/new" wide={false}>
          {t('new')}
        </ButtonLink>
      }
    >
      <VisitTable
        title={t('asked')}
        none={t('noneAsked')}
        visits={visits.filter(({ state }) => state === 'asked')}
        locale={locale}
      />
      <VisitTable title={t('planned')} none={t('nonePlanned')} visits={planned} locale={locale} />
      {upcoming.length > 0 ? (
        <section>
          <h2>{t('routes')}</h2>
          <ul className="flex flex-wrap gap-x-5">
            {upcoming.map((day) => (
              <li key={day}>
                <a
                  className="prose-link inline-flex min-h-11 items-center"
                  href={`/desk/home-visits/route?day=${day}`}
                >
                  {dayText(locale, day, 'long')}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </DeskPane>
  )
}
