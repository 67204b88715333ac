import { getLocale, getTranslations } from 'next-intl/server'
import { ActForm } from '#components/desk/act-form.tsx'
import { StepButton } from '#components/desk/step-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { findReferral } from '#lib/desk/find-referral.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { DayTicket } from '#lib/domain/desk-day.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { step } from './actions.ts'

/** Where those are who were led to a quiet room, what is kept of it, and the way back. */
export async function ReferralNotice({
  actor,
  ticket,
}: {
  actor: StaffActor
  ticket: DayTicket | undefined
}) {
  if (ticket?.state !== 'parked') return null
  const found = await findReferral(pool(), { actor, ticketId: ticket.id, now: new Date() })
  if (!found.ok || !found.value) return null
  const t = await getTranslations('rooms.refer')
  const locale = (await getLocale()) as Locale
  return (
    <Notice title={t('there', { room: found.value[locale] })}>
      <p className="mb-2 text-small">{t('kept')}</p>
      <ActForm action={step}>
        <input type="hidden" name="ticket" value={ticket.id} />
        <input type="hidden" name="version" value={ticket.version} />
        <input type="hidden" name="at" value={ticket.appointmentId ?? ticket.id} />
        <StepButton hotkey="j" name="event" value="undo-referral">
          {t('undo')}
        </StepButton>
      </ActForm>
    </Notice>
  )
}
