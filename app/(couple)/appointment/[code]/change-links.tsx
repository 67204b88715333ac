import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'
import { ByPhone } from './by-phone.tsx'
import { loadChange } from './load-change.ts'

/** To another time or off altogether; and before either bites, until when and how often. */
export async function ChangeLinks({ appointment, locale }: { appointment: AppointmentView; locale: Locale }) {
  const t = await getTranslations('change')
  const words = await getTranslations('appointment.cancel')
  const { until, isTooLate, movesLeft, isFree } = await loadChange(appointment)
  if (isTooLate) {
    return (
      <section className="no-print mt-6">
        <ByPhone
          title={t('tooLate', { until: instantText(locale, until) })}
          officeId={appointment.officeId}
        />
      </section>
    )
  }
  const path = `/appointment/${appointment.code}`
  return (
    <section className="no-print mt-6">
      <p className="mb-3 text-small text-ink-soft">
        {isFree ? t('free') : t('limits', { until: instantText(locale, until), left: movesLeft })}
      </p>
      <div className="grid gap-2.5 sm:grid-cols-2">
        {movesLeft > 0 ? (
          <ButtonLink kind="second" href={`${path}/move`}>
            {t('move.open')}
          </ButtonLink>
        ) : null}
        <ButtonLink kind="second" href={`${path}/cancel`}>
          {words('open')}
        </ButtonLink>
      </div>
    </section>
  )
}
