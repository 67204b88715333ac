import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { pool } from '#lib/db/pool.ts'
import { listRoute } from '#lib/desk/list-route.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { VisitTable } from '../visit-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home-visit.desk'))('route') }
}

/** The way of a day, without addresses: they stand only on the sheet that is printed. */
export default async function RoutePage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-home-visits')
  const { day } = await searchParams
  if (!day || !isCalendarDate(day)) redirect('/desk/home-visits')
  const t = await getTranslations('home-visit.desk')
  const locale = (await getLocale()) as Locale
  const listed = await listRoute(pool(), { actor, officeId: office.id, day, now: new Date() })
  const visits = listed.ok ? listed.value : []
  return (
    <DeskPane
      title={t('route')}
      lead={dayText(locale, day, 'long')}
      aside={
        <ButtonLink href={`/desk/home-visits/route/print?day=${day}`} wide={false}>
          {t('print')}
        </ButtonLink>
      }
    >
      <VisitTable title={t('stops')} none={t('nonePlanned')} visits={visits} locale={locale} />
      <p className="text-small text-ink-soft">{t('printHint')}</p>
    </DeskPane>
  )
}
