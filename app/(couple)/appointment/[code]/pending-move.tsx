import { getTranslations } from 'next-intl/server'
import { BothTimes } from '#components/booking/both-times.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { takeBack } from './actions.ts'

/** While a move waits: the time that holds, the one that is asked for, and what the viewer can do about it. */
export async function PendingMove({ appointment, locale }: { appointment: AppointmentView; locale: Locale }) {
  const { keptTime, previousSlotId, role, askedRole, code } = appointment
  if (!keptTime || previousSlotId === undefined) return null
  const t = await getTranslations('change.pending')
  return (
    <section className="mb-5">
      <BothTimes
        now={keptTime}
        asked={appointment}
        locale={locale}
        nowTag={t('kept')}
        askedTag={t('waiting')}
      />
      <div className="no-print">
        {role === undefined ? null : role === askedRole ? (
          <ButtonLink href={`/agree?code=${code}`}>{t('answer')}</ButtonLink>
        ) : (
          <form action={takeBack.bind(null, code, previousSlotId, crypto.randomUUID())}>
            <Button type="submit" kind="second">
              {t('takeBack')}
            </Button>
          </form>
        )}
      </div>
    </section>
  )
}
