import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PrintButton } from '#components/booking/print-button.tsx'
import { PhoneTable } from '#components/capacity/phone-table.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Card } from '#components/ui/card.tsx'
import { listToPhone } from '#lib/capacity/list-to-phone.ts'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireSignedInStaff } from '#lib/edge/staff-actor.ts'
import { phoned } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('changes'))('phone.title') }
}

/** Whom the office phones itself. That it was opened is on the record of each couple. */
export default async function PhonePage({ params }: { params: Promise<{ change: string }> }) {
  const { actor } = await requireSignedInStaff()
  const { change: changeId } = await params
  const listed = await listToPhone(pool(), { actor, changeId, now: new Date() })
  if (!listed.ok && listed.reason === 'not-allowed') forbidden()
  if (!listed.ok) notFound()
  const t = await getTranslations('changes')
  const locale = (await getLocale()) as Locale
  return (
    <DeskWork
      title={t('phone.title')}
      back={{ href: `/desk/manage/changes/${changeId}`, text: t('phone.back') }}
      actions={
        <div className="w-40">
          <PrintButton text={t('progress.print')} />
        </div>
      }
    >
      <p className="mb-3 text-small text-ink-soft">{t('phone.onRecord')}</p>
      <Card className="px-5 py-4">
        <PhoneTable couples={listed.value.couples} locale={locale} action={phoned.bind(null, changeId)} />
      </Card>
    </DeskWork>
  )
}
