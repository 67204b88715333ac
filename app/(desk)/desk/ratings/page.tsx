import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { RatingBars } from '#components/desk/rating-bars.tsx'
import { RatingEntry } from '#components/desk/rating-entry.tsx'
import { RatingWordsForm } from '#components/desk/rating-words-form.tsx'
import { SmallButton } from '#components/desk/small-button.tsx'
import { pool } from '#lib/db/pool.ts'
import { listRatings } from '#lib/desk/list-ratings.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { answer, judge } from './actions.ts'
import { RatingNotice } from './rating-notice.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rating'))('list.title') }
}

/** What people thought of their visits: what has to be answered first, then the rest. */
export default async function RatingsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-ratings')
  const now = new Date()
  const t = await getTranslations('rating')
  const locale = (await getLocale()) as Locale
  const listed = await listRatings(pool(), { actor, officeId: office.id, now })
  if (!listed.ok) throw new Error(`the ratings are not there: ${listed.reason}`)
  const { ratings, counts, days } = listed.value
  const mayAnswer = mayDo(actor.grants, 'answer-rating', office)
  const mayJudge = mayDo(actor.grants, 'judge-appeal', office)
  return (
    <DeskPane
      title={t('list.title')}
      lead={t('list.lead')}
      aside={
        mayDo(actor.grants, 'appeal-rating', office) ? (
          <a className="prose-link inline-flex min-h-11 items-center" href="/desk/ratings/mine">
            {t('mine.title')}
          </a>
        ) : null
      }
    >
      <RatingNotice search={await searchParams} />
      <RatingBars counts={counts} days={days} />
      {ratings.length === 0 ? <p className="text-ink-soft">{t('list.empty')}</p> : null}
      <ul>
        {ratings.map((rating) => (
          <RatingEntry key={rating.ticketId} rating={rating} locale={locale} today={shanghaiToday(now)}>
            {rating.isOwn && rating.state !== 'good' ? (
              <p className="text-small text-ink-soft">{t('list.own')}</p>
            ) : null}
            {mayAnswer && !rating.isOwn && ['to-contact', 'to-close', 'appealed'].includes(rating.state) ? (
              <RatingWordsForm
                open={t('answer.open')}
                label={t('answer.label')}
                name="reply"
                rating={rating}
                action={answer}
              >
                <SmallButton name="do" value="answer">
                  {t('answer.submit')}
                </SmallButton>
                <SmallButton name="do" value="close" isMain>
                  {t('answer.close')}
                </SmallButton>
              </RatingWordsForm>
            ) : null}
            {mayJudge && rating.state === 'appealed' ? (
              <form action={judge} className="flex flex-wrap gap-2">
                <input type="hidden" name="ticket" value={rating.ticketId} />
                <input type="hidden" name="version" value={rating.version} />
                <SmallButton name="do" value="upheld">
                  {t('judge.upheld')}
                </SmallButton>
                <SmallButton name="do" value="rejected">
                  {t('judge.rejected')}
                </SmallButton>
              </form>
            ) : null}
          </RatingEntry>
        ))}
      </ul>
    </DeskPane>
  )
}
