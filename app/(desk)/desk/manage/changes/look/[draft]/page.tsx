import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AffectedTable } from '#components/capacity/affected-table.tsx'
import { PictureDays } from '#components/capacity/picture-days.tsx'
import { PictureFigures } from '#components/capacity/picture-figures.tsx'
import { UndoneNotice } from '#components/capacity/undone-notice.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { MOST_CANCELLED_ALONE } from '#lib/domain/capacity-change.ts'
import { choicesFor } from '#lib/domain/change-choice.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { changedDays, changedWhat } from '#lib/format/change-text.ts'
import { refusalText } from '#lib/format/refusal-text.ts'
import { ChangedLane } from './changed-lane.tsx'
import { loadDraft } from './load-draft.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('changes'))('picture.title') }
}

/** What a change would do, before anything is written: places by day, couples, days of the law; and the choice for them. */
export default async function LookPage({
  params,
  searchParams,
}: {
  params: Promise<{ draft: string }>
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { draft: draftId } = await params
  const { actor, draft, preview } = await loadDraft(draftId)
  const { changed, choice } = await searchParams
  const t = await getTranslations('changes')
  const common = await getTranslations('common')
  const locale = (await getLocale()) as Locale
  const title = t(`what.${changedWhat(draft.change)}`, { days: changedDays(locale, draft.change) })
  const back = { href: `/desk/manage/changes?office=${draft.officeId}`, text: t('back') }
  if (!preview.ok) {
    const refusal = refusalText(locale, preview)
    const isStale = preview.errors?.some(({ reason }) => reason === 'changed-meanwhile') ?? false
    return (
      <DeskWork title={title} back={back}>
        <Notice tone="stop" role="alert" title={refusal.title}>
          {refusal.errors.map(({ path, text }) => (
            <p key={path}>{text}</p>
          ))}
        </Notice>
        {isStale && draft.change.kind === 'lane' ? (
          <ChangedLane {...draft.change} actor={actor} officeId={draft.officeId} />
        ) : null}
      </DeskWork>
    )
  }
  const picture = preview.value
  const couples = picture.affected.length
  const choices = choicesFor(draft.change, couples)
  return (
    <DeskWork title={title} back={back}>
      {changed ? (
        <div className="mb-4">
          <Notice tone="warn" role="alert" title={t('picture.changed')} />
        </div>
      ) : null}
      <PictureFigures picture={picture} locale={locale} />
      {picture.undone ? <UndoneNotice undone={picture.undone} /> : null}
      <div className="mt-4 grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-5">
          <Card className="px-5 py-4">
            <h2 className="text-body">{t('picture.days')}</h2>
            <PictureDays days={picture.days} locale={locale} />
          </Card>
          {couples > 0 ? (
            <Card className="px-5 py-4">
              <h2 className="text-body">{t('picture.couples')}</h2>
              <AffectedTable couples={picture.affected} locale={locale} />
            </Card>
          ) : null}
        </div>
        <Card className="px-5 py-4">
          <form action={`/desk/manage/changes/look/${draftId}/confirm`}>
            {couples > 0 ? (
              <RadioCards
                name="choice"
                legend={t('choose.title')}
                errorPrefix={common('error')}
                required
                value={choice ?? 'move'}
                options={choices.map((value) => ({
                  value,
                  text: t(`choice.${value}.title`),
                  hint: t(
                    value === 'cancel' && couples > MOST_CANCELLED_ALONE
                      ? 'choice.cancel.hintSecond'
                      : `choice.${value}.hint`,
                    { most: MOST_CANCELLED_ALONE },
                  ),
                }))}
              />
            ) : (
              <p className="mb-4">{picture.undone?.given ? null : t('choose.nobody')}</p>
            )}
            <Button type="submit">{t('choose.on')}</Button>
          </form>
        </Card>
      </div>
    </DeskWork>
  )
}
