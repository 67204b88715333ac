import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { listVisitingOffices } from '#lib/desk/list-visiting-offices.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { readHomeVisit } from '#lib/domain/home-visit.ts'
import { isRefusalReason } from '#lib/domain/refusal.ts'
import { requireSignedIn } from '#lib/edge/actor.ts'
import { readTyped } from '#lib/edge/typed-form.ts'
import { visitErrors } from '../visit-errors.ts'
import { VisitFields } from '../visit-fields.tsx'
import type { VisitForm } from '../visit-form.ts'
import { askOffice } from './actions.ts'

interface Search {
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const title = (await getTranslations('home-visit.ask'))('title')
  const common = await getTranslations('common')
  return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
}

/** One form for whoever cannot come: where, for what, why, and who is there. */
export default async function AskPage({ searchParams }: Search) {
  const signedIn = await requireSignedIn('/home-visit/ask')
  const { wrong, refused } = await searchParams
  const t = await getTranslations('home-visit.ask')
  const common = await getTranslations('common')
  const refusals = await getTranslations('refusals')
  const locale = await speakingLocale()
  const identity = identityOf(signedIn.actor)
  const offices = await listVisitingOffices(pool())
  const typed = await readTyped<VisitForm>('home-visit', signedIn)
  const read = wrong && typed ? readHomeVisit(typed) : undefined
  const errors = [
    ...(wrong === 'office' ? [{ path: 'officeId', reason: 'no-home-visits' }] : []),
    ...(read && !read.ok ? (read.errors ?? []) : []),
  ]
  const own = { name: identity?.name ?? '', phone: identity?.phone ?? '' }
  return (
    <CouplePage mood="quiet" back={{ href: '/home-visit', text: common('back') }}>
      <ErrorSummary title={common('errorTitle')} errors={await visitErrors(errors)} />
      {refused && isRefusalReason(refused) ? (
        <div className="mb-5">
          <Notice tone="stop" role="alert" title={refusals(`${refused}.title`)}>
            <p>{refusals(`${refused}.detail`)}</p>
          </Notice>
        </div>
      ) : null}
      <h1>{t('title')}</h1>
      <p className="mb-5 text-ink-soft">{t('lead')}</p>
      <form action={askOffice} noValidate>
        <input type="hidden" name="key" value={typed?.key || crypto.randomUUID()} />
        <VisitFields
          typed={typed ?? { people: [own] }}
          errors={errors}
          offices={offices.map(({ id, name }) => ({ value: id, text: name[locale] }))}
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
      <p className="mt-4 text-small text-ink-soft">{t('after')}</p>
    </CouplePage>
  )
}
