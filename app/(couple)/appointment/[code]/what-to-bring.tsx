import { getTranslations } from 'next-intl/server'
import { CoupleChecklist } from '#components/materials/couple-checklist.tsx'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { compileChecklist } from '#lib/materials/compile-checklist.ts'

/** What these people bring to this appointment, under the law of its day. */
export async function WhatToBring({ appointment }: { appointment: AppointmentView }) {
  const { service, date, parties } = appointment
  const checklist = await compileChecklist({
    service,
    parties: parties.map((party) => party.partyType),
    on: date,
    now: new Date(),
  })
  if (!checklist) return null
  const t = await getTranslations('appointment.bring')
  return (
    <section>
      <h2>{t('title')}</h2>
      <CoupleChecklist checklist={checklist} />
    </section>
  )
}
