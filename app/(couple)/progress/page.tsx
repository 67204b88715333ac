import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { findOwnCases } from '#lib/divorce/find-own-cases.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { loadOwnCase } from '#lib/edge/visit.ts'
import { dayText } from '#lib/format/dates.ts'
import { NoCase } from './no-case.tsx'
import { OpenCase } from './open-case.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress'))('title') }
}

/** Where the two stand between application and certificate, and what each of them may do today. */
export default async function ProgressPage({
  searchParams,
}: {
  searchParams: Promise<{ readonly missing?: string }>
}) {
  const actor = await requireActor('/progress')
  const identity = identityOf(actor)
  const cases = identity ? await findOwnCases(pool(), identity) : []
  const own = await loadOwnCase()
  const { missing } = await searchParams
  const t = await getTranslations('progress')
  const locale = await speakingLocale()
  return (
    <CouplePage mood="quiet" back={{ href: '/mine', text: t('back') }}>
      <h1>{t('heading')}</h1>
      {own ? <OpenCase own={own} /> : null}
      {cases.length === 0 || (missing && !own) ? <NoCase wantsVisit={missing !== undefined} /> : null}
      {cases
        .filter(({ status }) => status !== 'open')
        .map(({ id, status, acceptedOn }) => (
          <div key={id} className="mt-5">
            <Notice title={t(`closed.${status === 'open' ? 'lapsed' : status}.title`)}>
              <p>{t('acceptedOn', { date: dayText(locale, acceptedOn, 'plain') })}</p>
              <p>{t(`closed.${status === 'open' ? 'lapsed' : status}.next`)}</p>
            </Notice>
          </div>
        ))}
    </CouplePage>
  )
}
