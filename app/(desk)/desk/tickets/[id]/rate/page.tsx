import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { QrDrawing } from '#components/booking/qr-drawing.tsx'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { drawQrCode } from '#lib/booking/draw-qr-code.ts'
import { pool } from '#lib/db/pool.ts'
import { offerRating } from '#lib/desk/offer-rating.ts'
import { ticketNumber } from '#lib/domain/ticket.ts'
import { ratingLink } from '#lib/edge/rating-link.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rating'))('title') }
}

/** The drawing that a couple takes with their own phone when their visit is over, large enough to take over the counter. */
export default async function OfferRatingPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await requireStaff('record-outcome')
  const { id } = await params
  const t = await getTranslations('rating')
  const offered = await offerRating(pool(), { actor, ticketId: id, now: new Date() })
  if (!offered.ok && offered.reason === 'not-found') notFound()
  if (!offered.ok) {
    const reason = offered.errors?.[0]?.reason ?? ''
    return (
      <DeskPane title={t('offer.title')}>
        <Notice title={t(REASONS[reason] ?? 'offer.no')} />
      </DeskPane>
    )
  }
  const { token, ticket } = offered.value
  const link = ratingLink(token)
  return (
    <DeskPane title={t('offer.title')} lead={t('offer.lead', { number: ticketNumber(ticket) })}>
      <div className="grid justify-items-center gap-4 py-4 text-center">
        <div className="[&>div]:w-96">
          <QrDrawing text={t('offer.title')} drawing={await drawQrCode(link)} />
        </div>
        <p className="text-lead">{t('offer.scan')}</p>
        <p className="text-small text-ink-soft">{t('offer.free')}</p>
        <p className="font-mono text-small break-all select-all">{link}</p>
      </div>
    </DeskPane>
  )
}

const REASONS: Readonly<Record<string, 'offer.rated' | 'offer.notOver'>> = {
  'already-rated': 'offer.rated',
  'visit-not-over': 'offer.notOver',
}
