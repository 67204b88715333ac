import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { loadKicker } from '#app/(couple)/book/load-kicker.ts'
import type { JourneySearch } from '#app/(couple)/book/step-metadata.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { DayChoice } from '#components/booking/day-choice.tsx'
import { PhoneLink } from '#components/office/phone-link.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { findKeptSeat } from '#lib/booking/find-kept-seat.ts'
import { pool } from '#lib/db/pool.ts'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import { requireOwnCase } from '#lib/edge/visit.ts'
import { dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { chooseDate } from './actions.ts'
import { loadDays } from './load-days.ts'

/** Which day of the window of a case: where and why there, what is kept already, and no day that the law does not offer. */
export async function VisitDates({
  answers,
  search,
}: {
  answers: JourneyAnswers
  search: Awaited<JourneySearch['searchParams']>
}) {
  const { found } = await requireOwnCase('/book/start?service=second-visit')
  const t = await getTranslations('second-visit')
  const journey = await getTranslations('journey.date')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const [offer, office, kept] = await Promise.all([
    loadDays(found.officeId, 'DIVORCE_CERTIFICATE', locale),
    getOffice(found.officeId),
    findKeptSeat(pool(), found.id),
  ])
  const open = offer.days.filter((day) => day.state === 'open')
  const keptDay = open.find((day) => day.date === kept?.date)
  const error = search.wrong ? journey('missing') : undefined
  return (
    <JourneyPage
      answers={answers}
      back={{ href: '/progress', text: t('back') }}
      kicker={await loadKicker({ ...answers, officeId: found.officeId })}
    >
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'date', text: error }] : []} />
      <div className="mb-5">
        <Notice
          title={
            keptDay && kept
              ? t('days.kept', { date: dayText(locale, kept.date, 'long'), time: kept.startTime })
              : t('days.here', { office: office?.name[locale] ?? '' })
          }
        >
          <p>{t(keptDay ? 'days.keptHere' : 'days.hereWhy', { office: office?.name[locale] ?? '' })}</p>
          {found.provisional ? <p className="mt-1">{t('days.provisional')}</p> : null}
        </Notice>
      </div>
      {open.length > 0 ? (
        <DayChoice
          offer={offer}
          locale={locale}
          hint=""
          path="/book/date"
          action={chooseDate}
          all={search.all}
          month={search.month}
          value={answers.date ?? keptDay?.date}
          error={error}
        />
      ) : (
        <>
          <h1>{t('none.title')}</h1>
          <p className="mb-3">{t('none.text')}</p>
          {office ? <PhoneLink phone={office.phone} /> : null}
        </>
      )}
    </JourneyPage>
  )
}
