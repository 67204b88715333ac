import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PrintButton } from '#components/booking/print-button.tsx'
import { ChangeProgress } from '#components/capacity/change-progress.tsx'
import { ChangedTable } from '#components/capacity/changed-table.tsx'
import { PictureDays } from '#components/capacity/picture-days.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { showChange } from '#lib/capacity/show-change.ts'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireSignedInStaff } from '#lib/edge/staff-actor.ts'
import { changedDays, changedWhat } from '#lib/format/change-text.ts'
import { instantText } from '#lib/format/dates.ts'
import { lookAgain } from './actions.ts'
import { KeepLooking } from './keep-looking.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('changes'))('progress.title') }
}

/** How far a change has come: counts, and a result for each couple. Refreshes itself while somebody is still waiting. */
export default async function ChangePage({ params }: { params: Promise<{ change: string }> }) {
  const { actor } = await requireSignedInStaff()
  const { change: changeId } = await params
  const shown = await showChange(pool(), { actor, changeId })
  if (!shown.ok) notFound()
  const { officeId, change, choice, states, rows, picture, madeAt, madeBy, answerBy } = shown.value
  const t = await getTranslations('changes')
  const locale = (await getLocale()) as Locale
  const isWorking = (states.waiting ?? 0) > 0
  const hasToPhone = rows.some(
    ({ state, hasContact }) => state === 'unmovable' || (!hasContact && state !== 'kept'),
  )
  return (
    <DeskWork
      title={t(`what.${changedWhat(change)}`, { days: changedDays(locale, change) })}
      back={{ href: `/desk/manage/changes?office=${officeId}`, text: t('back') }}
    >
      <p className="mb-3 text-small text-ink-soft">
        {t('progress.made', { at: instantText(locale, madeAt), by: madeBy || t('bySystem') })}
        {answerBy ? ` ${t('progress.answerBy', { until: instantText(locale, answerBy) })}` : ''}
      </p>
      {rows.length > 0 ? (
        <ChangeProgress choice={choice} states={states} />
      ) : (
        <p className="mb-4">{t('choose.nobody')}</p>
      )}
      <KeepLooking isWorking={isWorking} />
      <div className="no-print my-4 flex flex-wrap gap-3">
        {hasToPhone ? (
          <ButtonLink wide={false} href={`/desk/manage/changes/${changeId}/phone`}>
            {t('phone.open')}
          </ButtonLink>
        ) : null}
        {(states.unmovable ?? 0) > 0 && choice === 'move' ? (
          <form action={lookAgain.bind(null, changeId)}>
            <Button type="submit" kind="second" wide={false}>
              {t('progress.again')}
            </Button>
          </form>
        ) : null}
        {rows.length > 0 ? (
          <div className="w-40">
            <PrintButton text={t('progress.print')} />
          </div>
        ) : null}
      </div>
      {rows.length > 0 ? (
        <Card className="mb-5 px-5 py-4">
          <h2 className="text-body">{t('progress.results')}</h2>
          <ChangedTable rows={rows} locale={locale} />
        </Card>
      ) : null}
      <Card className="px-5 py-4">
        <h2 className="text-body">{t('picture.days')}</h2>
        <PictureDays days={picture.days} locale={locale} />
      </Card>
    </DeskWork>
  )
}
