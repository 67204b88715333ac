import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { CaseLists } from '#components/divorce/case-lists.tsx'
import { CaseTable } from '#components/divorce/case-table.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { CONTROL_LOOK } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { CASES_A_PAGE, listCases } from '#lib/desk/list-cases.ts'
import { searchCases } from '#lib/desk/search-cases.ts'
import { refuseStaff } from '#lib/domain/actor.ts'
import { CASE_LISTS } from '#lib/domain/case-list.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readDeskForm } from '#lib/edge/desk-form.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { searchFor } from './actions.ts'
import { PageLinks } from './page-links.tsx'

type Search = Promise<Readonly<Record<string, string | undefined>>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('title') }
}

/** The divorce cases of the office of the shift: what opens, what ends, whom nobody reaches; and a search. */
export default async function CasesPage({ searchParams }: { searchParams: Search }) {
  const { actor, office } = await requireStaff('see-cases')
  const search = await searchParams
  const t = await getTranslations('cases')
  const locale = (await getLocale()) as Locale
  const now = new Date()
  const query = search.search ? ((await readDeskForm<string>('search'))?.typed ?? '') : ''
  const list = CASE_LISTS.find((one) => one === search.list) ?? 'open'
  const page = Math.min(1000, Math.max(1, Number.parseInt(search.page ?? '1', 10) || 1))
  const wish = { actor, officeId: office.id, now }
  const listed = await listCases(pool(), { ...wish, list, page })
  const found = query ? await searchCases(pool(), { ...wish, query }) : undefined
  if (!listed.ok || found?.ok === false) forbidden()
  const { counts, cases } = listed.value
  const rows = found?.value ?? cases
  const mayAccept = !refuseStaff(actor, 'accept-application', office)
  return (
    <DeskWork
      title={t('title')}
      actions={
        <>
          <form action={searchFor} className="ml-auto flex items-center gap-2">
            <label htmlFor="q" className="sr-only">
              {t('search.label')}
            </label>
            <input
              id="q"
              name="q"
              defaultValue={query}
              placeholder={t('search.placeholder')}
              autoComplete="off"
              maxLength={60}
              className={`${CONTROL_LOOK} min-w-80 border-line-strong`}
            />
            <Button type="submit" kind="second" wide={false} className="flex-none">
              {t('search.submit')}
            </Button>
          </form>
          {mayAccept ? (
            <ButtonLink href="/desk/cases/new" wide={false}>
              {t('new.open')}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <CaseLists counts={counts} current={query ? undefined : list} />
      {query ? (
        <h2 role="status">{t('search.found', { count: rows.length, query })}</h2>
      ) : (
        <p className="mb-2 text-small text-ink-soft">{t(`list.what.${list}`)}</p>
      )}
      {rows.length > 0 ? (
        <CaseTable
          rows={rows}
          locale={locale}
          today={shanghaiToday(now)}
          caption={query ? t('search.label') : t(`list.name.${list}`)}
        />
      ) : (
        <Notice title={query ? t('search.none') : t('list.none')}>
          {query ? <p>{t('search.noneWhy')}</p> : null}
        </Notice>
      )}
      {query ? null : <PageLinks list={list} page={page} pages={Math.ceil(counts[list] / CASES_A_PAGE)} />}
    </DeskWork>
  )
}
