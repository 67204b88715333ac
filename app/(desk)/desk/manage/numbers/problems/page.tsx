import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PrintButton } from '#components/booking/print-button.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { listProblems } from '#lib/numbers/list-problems.ts'
import { PeriodLinks } from '../period-links.tsx'
import { PlaceLinks } from '../place-links.tsx'
import { ProblemTable } from './problem-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('numbers'))('problems.title') }
}

/** The most frequent problems of a month, each with the fix that was taken; made to be printed. */
export default async function ProblemsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-numbers')
  const search = await searchParams
  const now = new Date()
  const today = shanghaiToday(now)
  const at = search.at ?? office.id
  const listed = await listProblems(pool(), { actor, at, month: search.month ?? today.slice(0, 7), now })
  if (!listed.ok) return listed.reason === 'not-found' ? notFound() : forbidden()
  const { opened, period, problems, mayNote } = listed.value
  const t = await getTranslations('numbers')
  const words = await getTranslations('refusals.field')
  const locale = (await getLocale()) as Locale
  const name = opened.place.name?.[locale] ?? t('nation')
  const [year = '', month = ''] = period.name.split('-')
  const address = (change: Record<string, string>) =>
    `?${new URLSearchParams({ at, month: period.name, ...change })}`
  const { wrong } = search
  return (
    <DeskWork
      title={t('problems.heading', { place: name, month: t('month', { year, month: Number(month) }) })}
      back={{ href: `/desk/manage/numbers?${new URLSearchParams({ at })}`, text: t('back') }}
      actions={
        <div className="ml-auto w-32">
          <PrintButton text={t('print')} />
        </div>
      }
    >
      <PlaceLinks opened={opened} hrefOf={(place) => address({ at: place })} />
      <PeriodLinks current={period.name} today={today} hrefOf={(one) => address({ month: one })} onlyMonths />
      <p className="mt-1 mb-3 max-w-3xl text-small text-ink-soft">{t('problems.lead')}</p>
      {search.done ? <Notice tone="ok" role="status" title={t('problems.noted')} /> : null}
      {wrong ? (
        <Notice
          tone="stop"
          role="alert"
          title={words.has(wrong as never) ? words(wrong as never) : words('other')}
        />
      ) : null}
      {problems.length === 0 ? (
        <p className="text-ink-soft">{t('problems.none')}</p>
      ) : (
        <ProblemTable
          problems={problems}
          mayNote={mayNote}
          at={at}
          month={period.name}
          today={today}
          locale={locale}
        />
      )}
    </DeskWork>
  )
}
