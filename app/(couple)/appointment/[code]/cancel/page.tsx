import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { countCancellations } from '#lib/booking/count-cancellations.ts'
import { pool } from '#lib/db/pool.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { CANCEL_REASONS } from '#lib/domain/cancel-reason.ts'
import { CANCELLATION_WINDOW_DAYS, cancellationsLeft } from '#lib/domain/change-limits.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { requireOwnAppointment } from '#lib/edge/appointment.ts'
import { instantText } from '#lib/format/dates.ts'
import { ByPhone } from '../by-phone.tsx'
import { ChangePage } from '../change-page.tsx'
import { loadChange } from '../load-change.ts'
import { cancel } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appointment'))('title') }
}

/** One press before the seat goes back; why is asked, never demanded, and told to the office alone. */
export default async function CancelPage({
  params,
  searchParams,
}: {
  params: Promise<{ code: string }>
  searchParams: Promise<{ refused?: string; detail?: string }>
}) {
  const { code } = await params
  const path = `/appointment/${code}/cancel`
  const actor = await requireActor(path)
  const appointment = await requireOwnAppointment(code, path)
  const t = await getTranslations('change')
  const words = await getTranslations('appointment.cancel')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const { refused, detail } = await searchParams
  const { isTooLate, until, policy, now, movesLeft, isFree } = await loadChange(appointment)
  const identity = identityOf(actor)
  const cancelled = identity ? await countCancellations(pool(), identity, now) : 0
  const left = cancellationsLeft(policy, cancelled)
  const limit = { most: policy.mostCancellations, days: CANCELLATION_WINDOW_DAYS }
  const isOpen = !isTooLate && (isFree || left > 0)
  const isForTwo = appointment.parties.length === 2
  return (
    <ChangePage
      appointment={appointment}
      back={{ href: `/appointment/${code}`, text: common('back') }}
      refused={isOpen ? refused : undefined}
      detail={detail}
    >
      <h1>{words('title')}</h1>
      {isTooLate ? (
        <ByPhone
          title={t('tooLate', { until: instantText(locale, until) })}
          officeId={appointment.officeId}
        />
      ) : !isOpen ? (
        <ByPhone title={t('cancel.usedUp', limit)} officeId={appointment.officeId} />
      ) : (
        <form action={cancel.bind(null, appointment.code, crypto.randomUUID())}>
          <p className="mb-2 text-ink-soft">
            {t(appointment.keptTime ? 'cancel.leadBoth' : isForTwo ? 'cancel.leadTwo' : 'cancel.leadOne')}
          </p>
          {appointment.caseId ? <p className="mb-3">{t('cancel.staysKept')}</p> : null}
          {movesLeft > 0 ? (
            <p className="mb-3">
              {t('cancel.ratherMove')}{' '}
              <a className="prose-link inline-flex min-h-11 items-center" href={`/appointment/${code}/move`}>
                {t('move.open')}
              </a>
            </p>
          ) : null}
          <RadioCards
            name="reason"
            legend={words('reason')}
            hint={t(isForTwo ? 'cancel.reasonHintTwo' : 'cancel.reasonHint')}
            errorPrefix={common('error')}
            columns={locale === 'en' ? 1 : 2}
            options={CANCEL_REASONS.map((value) => ({ value, text: t(`cancel.reasons.${value}`) }))}
          />
          <TextField
            name="words"
            label={t('cancel.words')}
            errorPrefix={common('error')}
            maxLength={160}
            autoComplete="off"
          />
          <p className="mb-4 text-small text-ink-soft">
            {isFree ? t('free') : t('cancel.left', { ...limit, left })}
          </p>
          <div className="grid gap-3">
            <Button type="submit">{words('submit')}</Button>
            <ButtonLink kind="second" href={`/appointment/${code}`}>
              {words('keep')}
            </ButtonLink>
          </div>
        </form>
      )}
    </ChangePage>
  )
}
