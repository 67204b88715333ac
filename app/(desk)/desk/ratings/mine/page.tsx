import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { RatingEntry } from '#components/desk/rating-entry.tsx'
import { RatingWordsForm } from '#components/desk/rating-words-form.tsx'
import { SmallButton } from '#components/desk/small-button.tsx'
import { pool } from '#lib/db/pool.ts'
import { listOwnRatings } from '#lib/desk/list-own-ratings.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { appeal } from '../actions.ts'
import { RatingNotice } from '../rating-notice.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rating'))('mine.title') }
}

/** The bad ratings of one's own work: each may be appealed against once. */
export default async function OwnRatingsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('appeal-rating')
  const now = new Date()
  const t = await getTranslations('rating')
  const locale = (await getLocale()) as Locale
  const listed = await listOwnRatings(pool(), { actor, officeId: office.id, now })
  const ratings = listed.ok ? listed.value : []
  return (
    <DeskPane title={t('mine.title')} lead={t('mine.lead')}>
      <RatingNotice search={await searchParams} />
      {ratings.length === 0 ? <p className="text-ink-soft">{t('mine.empty')}</p> : null}
      <ul>
        {ratings.map((rating) => (
          <RatingEntry key={rating.ticketId} rating={rating} locale={locale} today={shanghaiToday(now)}>
            {rating.appeal === undefined ? (
              <RatingWordsForm
                open={t('mine.open')}
                label={t('mine.label')}
                name="appeal"
                rating={rating}
                action={appeal}
                isRequired
              >
                <SmallButton isMain>{t('mine.submit')}</SmallButton>
              </RatingWordsForm>
            ) : null}
          </RatingEntry>
        ))}
      </ul>
    </DeskPane>
  )
}
