import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadAlmanac } from '#app/(couple)/book/date/load-almanac.ts'
import { loadDays } from '#app/(couple)/book/date/load-days.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { DayChoice } from '#components/booking/day-choice.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireOwnAppointment } from '#lib/edge/appointment.ts'
import { instantText } from '#lib/format/dates.ts'
import { ByPhone } from '../by-phone.tsx'
import { ChangePage } from '../change-page.tsx'
import { loadChange } from '../load-change.ts'
import { type ChangeSearch, moveMetadata } from './move-metadata.ts'
import { OtherBooking } from './other-booking.tsx'

export const generateMetadata = ({ searchParams }: ChangeSearch): Promise<Metadata> =>
  moveMetadata(searchParams)

/** Another day at the same office; the limits of changing are told before they bite. */
export default async function MovePage({ params, searchParams }: ChangeSearch) {
  const { code } = await params
  const path = `/appointment/${code}/move`
  const appointment = await requireOwnAppointment(code, path)
  const { wrong, refused, detail, earliest, all, month } = await searchParams
  const t = await getTranslations('change')
  const journey = await getTranslations('journey')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const { isTooLate, until, movesLeft, policy, isFree } = await loadChange(appointment)
  const { service, officeId } = appointment
  const isForTwo = SERVICE_FACTS[service].parties === 2
  const isOpen = !isTooLate && movesLeft > 0
  const offer = isOpen ? await loadDays(officeId, service, locale) : undefined
  const hasFree = offer?.days.some((day) => day.state === 'open')
  const error = wrong && isOpen ? journey('date.missing') : undefined
  return (
    <ChangePage
      appointment={appointment}
      back={{ href: `/appointment/${code}`, text: common('back') }}
      refused={isOpen ? refused : undefined}
      detail={detail}
      earliest={earliest}
    >
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'date', text: error }] : []} />
      {isOpen ? null : <h1>{t('move.title')}</h1>}
      {isTooLate ? (
        <ByPhone title={t('tooLate', { until: instantText(locale, until) })} officeId={officeId} />
      ) : movesLeft === 0 ? (
        <ByPhone title={t('move.usedUp', { most: policy.mostMoves })} officeId={officeId} />
      ) : null}
      {offer && hasFree ? (
        <>
          <DayChoice
            offer={offer}
            locale={locale}
            hint={journey(isForTwo ? 'date.hint' : 'date.hintOne')}
            path={path}
            action={`${path}/time`}
            all={all}
            month={month}
            error={error}
            almanac={await loadAlmanac(service)}
          />
          <p className="mt-1 text-small text-ink-soft">
            {isFree ? t('free') : t('move.left', { left: movesLeft, two: isForTwo ? 'yes' : 'no' })}
          </p>
        </>
      ) : offer ? (
        <>
          <h1>{t('move.title')}</h1>
          <Notice title={journey('date.none')} tone="warn">
            <p>{offer.window ? t('move.noneInWindow') : t('move.noneNext', { time: offer.releaseTime })}</p>
          </Notice>
        </>
      ) : null}
      <OtherBooking code={code} />
    </ChangePage>
  )
}
