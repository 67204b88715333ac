import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { pool } from '#lib/db/pool.ts'
import { findVisitToRate } from '#lib/desk/find-visit-to-rate.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { loadRetention } from '#lib/edge/retention.ts'
import { dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { rate } from './actions.ts'
import { RateForm } from './rate-form.tsx'

interface Visit {
  readonly params: Promise<{ readonly token: string }>
  readonly searchParams: Promise<{ readonly wrong?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rating'))('title'), robots: { index: false } }
}

/** How was it? Behind the link of a finished visit: without signing in, without names, once. */
export default async function RatePage({ params, searchParams }: Visit) {
  const { token } = await params
  const { wrong } = await searchParams
  const now = new Date()
  const visit = await findVisitToRate(pool(), token, now)
  const t = await getTranslations('rating')
  const common = await getTranslations('common')
  if (!visit) {
    return (
      <CouplePage mood="quiet">
        <h1>{t('dead.title')}</h1>
        <p className="mb-5">{t('dead.lead')}</p>
        <ButtonLink href="/">{t('home')}</ButtonLink>
      </CouplePage>
    )
  }
  const locale = await speakingLocale()
  const office = await getOffice(visit.officeId)
  const error = wrong ? t(wrong === 'level' ? 'form.missing' : 'form.tooLong') : undefined
  return (
    <CouplePage mood={SERVICE_FACTS[visit.service].mood}>
      {visit.state === 'open' ? (
        <>
          <ErrorSummary
            title={common('errorTitle')}
            errors={error ? [{ field: wrong ?? 'level', text: error }] : []}
          />
          <h1>{t('title')}</h1>
          <p className="mb-4 text-ink-soft">
            {t('where', { office: office?.name[locale] ?? '', day: dayText(locale, visit.date) })}
          </p>
          <RateForm action={rate.bind(null, token)} error={error} wrong={wrong} days={loadRetention().days} />
        </>
      ) : (
        <>
          <h1>{t(`${visit.state}.title`)}</h1>
          <p className="mb-5">{t(`${visit.state}.lead`, { days: visit.openDays })}</p>
          {visit.reply ? (
            <Card className="mb-5 p-4">
              <h2>{t('reply')}</h2>
              <p className="whitespace-pre-line">{visit.reply}</p>
            </Card>
          ) : null}
          <ButtonLink kind="second" href="/">
            {t('home')}
          </ButtonLink>
        </>
      )}
    </CouplePage>
  )
}
