import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Card } from '#components/ui/card.tsx'
import { listAppointmentTrail } from '#lib/booking/list-appointment-trail.ts'
import { pool } from '#lib/db/pool.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { loadAppointment } from '#lib/edge/appointment.ts'
import { instantText } from '#lib/format/dates.ts'
import { actText, whoText } from '#lib/format/trail-text.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mine.trail'))('title') }
}

/** Who has seen or changed an appointment, for its two people. */
export default async function TrailPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const actor = await requireActor(`/appointment/${code}/trail`)
  const appointment = await loadAppointment(code)
  const trail = await listAppointmentTrail(pool(), { actor, code, now: new Date() })
  if (!appointment || !trail.ok) redirect(`/appointment/${code}`)
  const t = await getTranslations('mine.trail')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const { mood } = SERVICE_FACTS[appointment.service]
  return (
    <CouplePage mood={mood} back={{ href: `/appointment/${appointment.code}`, text: common('back') }}>
      <h1>{t('title')}</h1>
      <p className="mb-4 text-ink-soft">{t('lead')}</p>
      {trail.value.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Card>
          <ol className="divide-y divide-line px-4">
            {trail.value.map((entry) => (
              <li key={entry.id} className="py-3">
                <p>
                  <span className="font-semibold">{whoText(locale, entry)}</span> {actText(locale, entry.act)}
                </p>
                <p className="text-small text-ink-soft tabular-nums">{instantText(locale, entry.at)}</p>
              </li>
            ))}
          </ol>
        </Card>
      )}
      <p className="mt-4 text-small text-ink-soft">{t('strange')}</p>
    </CouplePage>
  )
}
