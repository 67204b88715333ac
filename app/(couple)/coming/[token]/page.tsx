import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import { type ComingQuestion, findComing } from '#lib/booking/find-coming.ts'
import { pool } from '#lib/db/pool.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { sayNo, sayYes } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coming'))('title'), robots: { index: false } }
}

/** "Still coming?" behind the link of a message: without signing in, and so without names. Opening it changes nothing. */
export default async function ComingPage({
  params,
  searchParams,
}: {
  params: Promise<{ token: string }>
  searchParams: Promise<{ no?: string }>
}) {
  const { token } = await params
  const question = await findComing(pool(), token, new Date())
  const t = await getTranslations('coming')
  if (!question) {
    return (
      <CouplePage>
        <h1>{t('dead.title')}</h1>
        <p className="mb-5">{t('dead.lead')}</p>
        <ButtonLink href="/appointment">{t('dead.find')}</ButtonLink>
      </CouplePage>
    )
  }
  const { mood, slug } = SERVICE_FACTS[question.service]
  if (question.state === 'over') {
    return (
      <CouplePage mood={mood}>
        <h1>{t('over.title')}</h1>
        <p className="mb-5">{t('over.lead')}</p>
        <ButtonLink href={`/book/start?service=${slug}&office=${question.officeId}`}>
          {t('over.again')}
        </ButtonLink>
      </CouplePage>
    )
  }
  const isLeaving = (await searchParams).no !== undefined
  const part = isLeaving ? 'no' : question.state === 'yes' ? 'yes' : 'question'
  return (
    <CouplePage mood={mood}>
      <h1>{t(`${part}.title`)}</h1>
      <p className="mb-4 text-ink-soft">
        {part === 'no' ? t(question.isForTwo ? 'no.leadTwo' : 'no.leadOne') : t(`${part}.lead`)}
      </p>
      <TimeAndPlace question={question} />
      <div className="grid gap-3">
        {part === 'no' ? (
          <>
            <form action={sayNo.bind(null, token)}>
              <Button type="submit">{t('no.submit')}</Button>
            </form>
            <ButtonLink kind="second" href={`/coming/${token}`}>
              {t('no.keep')}
            </ButtonLink>
          </>
        ) : null}
        {part === 'question' ? (
          <form action={sayYes.bind(null, token)}>
            <Button type="submit">{t('question.yes')}</Button>
          </form>
        ) : null}
        {part === 'yes' ? <ButtonLink href={`/appointment/${question.code}`}>{t('see')}</ButtonLink> : null}
        {part === 'no' ? null : (
          <ButtonLink kind="second" href={`/coming/${token}?no=1`}>
            {t(part === 'yes' ? 'yes.changed' : 'question.no')}
          </ButtonLink>
        )}
      </div>
    </CouplePage>
  )
}

async function TimeAndPlace({ question }: { question: ComingQuestion }) {
  const t = await getTranslations('coming')
  const locale = await speakingLocale()
  const office = await getOffice(question.officeId)
  return (
    <Card className="mb-5 px-4">
      <SummaryList
        rows={[
          {
            label: t('when'),
            value: (
              <span className="break-keep tabular-nums">
                {dayText(locale, question.date, 'long')} {question.startTime}
              </span>
            ),
          },
          { label: t('where'), value: office?.name[locale] },
        ]}
      />
    </Card>
  )
}
