import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { findDisplacement } from '#lib/booking/find-displacement.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'
import { isActive } from '#lib/domain/appointment-status.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { SlotTime } from '#lib/domain/slot-time.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { takeKept } from './actions.ts'

/** That the office cannot hold a time, why, what is kept instead, and what its people can do about it. */
export async function ChangedNotice({
  appointment,
  locale,
}: {
  appointment: AppointmentView
  locale: Locale
}) {
  const { code, role, parties } = appointment
  const change = await findDisplacement(pool(), appointment.id)
  if (!change) return null
  const { state, fromTime, keptTime, answerBy, pass } = change
  const isShown = state === 'cancelled' ? appointment.status === 'cancelled' : isActive(appointment.status)
  if (!isShown || state === 'kept' || state === 'chose-other') return null
  const t = await getTranslations('changed')
  const words = change.reason?.[locale] || change.reason?.['zh-CN']
  const path = `/appointment/${code}`
  const values = {
    when: whenText(fromTime),
    from: pass ? dayText(locale, pass.from, 'long') : '',
    until: pass ? dayText(locale, pass.until, 'long') : answerBy ? instantText(locale, answerBy) : '',
  }
  const canAct = role !== undefined && (state === 'offered' || state === 'waiting' || state === 'unmovable')
  return (
    <section className="mb-5">
      <Notice
        tone={state === 'moved' || state === 'stands' ? 'ok' : 'warn'}
        title={t(`${state}.title`, values)}
      >
        {state === 'offered' && keptTime ? (
          <dl className="my-2 tabular-nums">
            <dt className="text-small text-ink-soft">{t('gone')}</dt>
            <dd className="break-keep">
              <s>{whenText(fromTime)}</s>
            </dd>
            <dt className="mt-2 text-small text-ink-soft">{t(parties.length > 1 ? 'kept' : 'keptOne')}</dt>
            <dd className="break-keep font-semibold">{whenText(keptTime)}</dd>
          </dl>
        ) : null}
        <p>{t(`${state}.text`, values)}</p>
        {words ? <p className="mt-1 text-small">{t('reason', { reason: words })}</p> : null}
      </Notice>
      {canAct ? (
        <div className="no-print mt-3 grid gap-2.5">
          {state === 'offered' ? (
            <form action={takeKept.bind(null, code)}>
              <Button type="submit">{t('offered.take')}</Button>
              {parties.length > 1 ? (
                <p className="mt-1 text-small text-ink-soft">{t('offered.takeHintTwo')}</p>
              ) : null}
            </form>
          ) : null}
          <div className="grid gap-2.5 sm:grid-cols-2">
            <ButtonLink kind="second" href={`${path}/move`}>
              {t('other')}
            </ButtonLink>
            <ButtonLink kind="second" href={`${path}/cancel`}>
              {t('cancel')}
            </ButtonLink>
          </div>
        </div>
      ) : null}
    </section>
  )

  function whenText({ date, startTime }: SlotTime): string {
    return `${dayText(locale, date, 'long')} ${startTime}`
  }
}
