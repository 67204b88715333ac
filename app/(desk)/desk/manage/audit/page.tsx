import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { TrailExport } from '#components/desk/trail-export.tsx'
import { TrailFilter } from '#components/desk/trail-filter.tsx'
import { TrailPerson } from '#components/desk/trail-person.tsx'
import { TrailSeal } from '#components/desk/trail-seal.tsx'
import { TrailTable } from '#components/desk/trail-table.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { findLastCheck } from '#lib/audit/find-last-check.ts'
import { pool } from '#lib/db/pool.ts'
import { searchTrail } from '#lib/desk/search-trail.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readDeskForm } from '#lib/edge/desk-form.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { lookUpPerson } from './actions.ts'
import { readTrailSearch } from './read-trail-search.ts'

type Search = Promise<Readonly<Record<string, string | undefined>>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

/** The record of who did what: how far it is verified, a search, one person with a reason, an export. */
export default async function AuditPage({ searchParams }: { searchParams: Search }) {
  const { actor, office } = await requireStaff('see-trail')
  const search = await searchParams
  const t = await getTranslations('audit')
  const locale = (await getLocale()) as Locale
  const now = new Date()
  const asked = readTrailSearch(search, shanghaiToday(now))
  const kept = search.person ? await readDeskForm<readonly string[]>('trail') : undefined
  const person = kept?.typed.map((index) => Buffer.from(index, 'base64'))
  const wish = { actor, officeId: office.id, wide: asked.wide, search: { ...asked, person }, now }
  const [found, check] = await Promise.all([searchTrail(pool(), wish), findLastCheck(pool())])
  if (!found.ok) forbidden()
  const { entries, next } = found.value
  const { before: _, ...rest } = search
  const older = next && `?${new URLSearchParams({ ...onlyTold(rest), before: next })}`
  return (
    <DeskWork
      title={t('title')}
      back={{ href: '/desk/manage', text: (await getTranslations('manage'))('back') }}
    >
      <p className="mb-3 text-small text-ink-soft">{t('lead')}</p>
      <TrailSeal check={check} locale={locale} />
      <TrailFilter asked={asked} officeName={office.name[locale]} locale={locale} />
      <div className="mb-4 grid items-start gap-3 md:grid-cols-2">
        <TrailPerson action={lookUpPerson} asked={asked} isWrong={search.wrong === 'person'} />
        <TrailExport action="/desk/manage/audit/export" asked={asked} isWrong={search.wrong === 'export'} />
      </div>
      {person ? (
        <p role="status" className="mb-2 font-semibold">
          {t('person.shown')}
        </p>
      ) : null}
      {entries.length > 0 ? (
        <TrailTable entries={entries} locale={locale} showsOffice={asked.wide} />
      ) : (
        <Notice title={t('none')}>
          <p>{t('noneWhy')}</p>
        </Notice>
      )}
      <nav aria-label={t('title')} className="mt-3 flex gap-5">
        {asked.before ? (
          <a
            className="prose-link inline-flex min-h-11 items-center"
            href={`?${new URLSearchParams(onlyTold(rest))}`}
          >
            {t('first')}
          </a>
        ) : null}
        {older ? (
          <a className="prose-link inline-flex min-h-11 items-center" href={older}>
            {t('next')}
          </a>
        ) : null}
      </nav>
    </DeskWork>
  )
}

function onlyTold(search: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
