import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { findOwnCorrection } from '#lib/booking/find-own-correction.ts'
import { pool } from '#lib/db/pool.ts'
import { CORRECTION_LENGTH } from '#lib/domain/correction.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { loadAppointment } from '#lib/edge/appointment.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { ask } from './actions.ts'
import { CorrectionState } from './correction-state.tsx'

interface Visit {
  readonly params: Promise<{ readonly code: string }>
  readonly searchParams: Promise<{ readonly wrong?: string }>
}

export async function generateMetadata({ searchParams }: Visit): Promise<Metadata> {
  const common = await getTranslations('common')
  const title = (await getTranslations('mine.correction'))('title')
  return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
}

/** Something is wrong in the data of an appointment: says so to the office, or shows what became of it. */
export default async function CorrectionPage({ params, searchParams }: Visit) {
  const { code } = await params
  const actor = await requireActor(`/appointment/${code}/correction`)
  const appointment = await loadAppointment(code)
  if (!appointment?.role) redirect(`/appointment/${code}`)
  const t = await getTranslations('mine.correction')
  const common = await getTranslations('common')
  const former = await findOwnCorrection(pool(), { actor, code, now: new Date() })
  const office = await getOffice(appointment.officeId)
  const { wrong } = await searchParams
  const error = wrong ? t(wrong === 'too-long' ? 'too-long' : 'required') : undefined
  const { mood } = SERVICE_FACTS[appointment.service]
  const isOpen = former !== undefined && !former.answeredAt
  return (
    <CouplePage mood={mood} back={{ href: `/appointment/${appointment.code}`, text: common('back') }}>
      <ErrorSummary
        title={common('errorTitle')}
        errors={error && !isOpen ? [{ field: 'text', text: error }] : []}
      />
      <h1>{t('title')}</h1>
      {former ? (
        <CorrectionState correction={former} phone={office?.phone ?? ''} locale={await speakingLocale()} />
      ) : null}
      {isOpen ? null : (
        <>
          {former ? <h2 className="mt-8">{t('again')}</h2> : null}
          <p className="mb-4 text-ink-soft">{t('lead')}</p>
          <form action={ask.bind(null, appointment.code)} noValidate>
            <TextArea
              name="text"
              label={t('text')}
              hint={t('hint')}
              error={error}
              errorPrefix={common('error')}
              maxLength={CORRECTION_LENGTH}
              autoComplete="off"
            />
            <Button type="submit">{t('submit')}</Button>
          </form>
        </>
      )}
    </CouplePage>
  )
}
