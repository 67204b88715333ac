import { getTranslations } from 'next-intl/server'
import { HandOn } from '#components/booking/hand-on.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { showPartnerCode } from '#lib/booking/show-partner-code.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import { groupedPartnerCode } from '#lib/domain/partner-code.ts'
import { loadActor } from '#lib/edge/actor.ts'
import { agreeLink } from '#lib/edge/agree-link.ts'
import { renewCode } from './actions.ts'

/** What the one who booked hands on to the other; nobody else ever sees it. */
export async function PartnerCodes({
  appointment,
  renewed,
}: {
  appointment: AppointmentView
  renewed: boolean
}) {
  const actor = await loadActor()
  const partnerCode =
    actor && (await showPartnerCode(pool(), { actor, code: appointment.code, now: new Date() }))
  if (!partnerCode) return null
  const t = await getTranslations('appointment.partner')
  const link = agreeLink(appointment.code, partnerCode)
  return (
    <>
      {renewed ? (
        <div className="mt-5">
          <Notice tone="ok" role="status" title={t('renewed')} />
        </div>
      ) : null}
      <HandOn
        title={t('title')}
        lead={t('lead')}
        codes={[
          { label: t('code'), value: groupedCode(appointment.code) },
          { label: t('partnerCode'), value: groupedPartnerCode(partnerCode) },
        ]}
        linkLabel={t('link')}
        link={link}
        note={t('single')}
        renewText={t('renew')}
        renew={renewCode.bind(null, appointment.code)}
      />
    </>
  )
}
