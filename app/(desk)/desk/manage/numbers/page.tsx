import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { showNumbers } from '#lib/numbers/show-numbers.ts'
import { NumbersCharts, NumbersTableView } from './numbers-charts.tsx'
import { numbersTables } from './numbers-tables.ts'
import { PeriodLinks } from './period-links.tsx'
import { PlaceLinks } from './place-links.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('numbers'))('title') }
}

/** What the work of an office, a city, a province or the nation comes to. */
export default async function NumbersPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-numbers')
  const search = await searchParams
  const at = search.at ?? office.id
  const shown = await showNumbers(pool(), { actor, at, period: search.period, now: new Date() })
  if (!shown.ok) return shown.reason === 'not-found' ? notFound() : forbidden()
  const { opened, period, today } = shown.value
  const t = await getTranslations('numbers')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const name = opened.place.name?.[locale] ?? t('nation')
  const address = (change: Record<string, string>) =>
    `?${new URLSearchParams({ at, period: period.name, ...change })}`
  const tables = await numbersTables(shown.value)
  return (
    <DeskWork
      title={t('heading', { place: name })}
      back={{ href: '/desk/manage', text: manage('back') }}
      actions={
        <>
          <a
            className="prose-link inline-flex min-h-11 items-center"
            href={`/desk/manage/numbers/problems?${new URLSearchParams({ at })}`}
          >
            {t('problems.title')}
          </a>
          <a
            className="prose-link inline-flex min-h-11 items-center"
            href={`/desk/manage/numbers/file${address({ as: 'xlsx' })}`}
          >
            {t('workbook')}
          </a>
        </>
      }
    >
      <PlaceLinks opened={opened} hrefOf={(place) => address({ at: place })} />
      <PeriodLinks current={period.name} today={today} hrefOf={(one) => address({ period: one })} />
      <p className="mt-1 mb-4 text-small text-ink-soft">
        {t('lead', { from: dayText(locale, period.from), until: dayText(locale, period.until) })}
      </p>
      <div className="grid items-start gap-x-8 gap-y-8 lg:grid-cols-2">
        {tables.map((table) => (
          <section key={table.name} aria-labelledby={table.name} className="min-w-0 keep-together">
            <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
              <h2 id={table.name} className="mb-0 text-body">
                {table.title}
              </h2>
              <a
                className="no-print prose-link inline-flex min-h-9 items-center text-small"
                href={`/desk/manage/numbers/file${address({ as: 'csv', table: table.name })}`}
                aria-label={t('csvOf', { table: table.title })}
              >
                {t('csv')}
              </a>
            </div>
            <p className="mb-2 text-small text-ink-soft">{t(`${table.name}.how` as 'load.how')}</p>
            <NumbersCharts table={table}>
              <NumbersTableView table={table} />
            </NumbersCharts>
          </section>
        ))}
      </div>
    </DeskWork>
  )
}
