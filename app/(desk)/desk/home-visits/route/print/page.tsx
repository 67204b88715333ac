import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PrintButton } from '#components/booking/print-button.tsx'
import { pool } from '#lib/db/pool.ts'
import { printRoute } from '#lib/desk/print-route.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home-visit.desk'))('route') }
}

/** The sheet that two clerks take along; opening it is a print and stands on the record. */
export default async function PrintPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-home-visits')
  const { day } = await searchParams
  if (!day || !isCalendarDate(day)) redirect('/desk/home-visits')
  const now = new Date()
  const t = await getTranslations('home-visit.desk')
  const form = await getTranslations('home-visit.form')
  const locale = (await getLocale()) as Locale
  const printed = await printRoute(pool(), { actor, officeId: office.id, day, now })
  if (!printed.ok) redirect(`/desk/home-visits/route?day=${day}`)
  return (
    <div className="mx-auto max-w-[820px] bg-surface px-6 py-6 print:max-w-none print:p-0">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <h1 className="mb-0 text-lead">
          {t('route')}　{dayText(locale, day, 'long')}
        </h1>
        <div className="w-32">
          <PrintButton text={t('printNow')} />
        </div>
      </div>
      <ol className="grid gap-4">
        {printed.value.map((stop, index) => (
          <li key={stop.id} className="border-t border-line-strong pt-3 keep-together">
            <p className="font-bold">
              {index + 1}.　{stop.startTime}　{stop.address}
            </p>
            <p>{stop.people.map(({ name, phone }) => `${name} ${phone}`).join('　')}</p>
            <p className="text-small">
              {serviceName(locale, stop.service)} · {form(`reasons.${stop.reason}`)} ·{' '}
              {stop.staffNames.join('　')}
            </p>
            {stop.note ? <p className="text-small">{stop.note}</p> : null}
          </li>
        ))}
      </ol>
      <p className="mt-6 border-t border-line pt-2 text-small text-ink-soft">
        {t('printFoot', { office: office.name[locale], name: actor.name, at: instantText(locale, now) })}
      </p>
    </div>
  )
}
