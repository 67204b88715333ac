import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PictureFigures } from '#components/capacity/picture-figures.tsx'
import { ReasonFields } from '#components/capacity/reason-fields.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { usualAnswerDay } from '#lib/domain/answer-day.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { MOST_CANCELLED_ALONE } from '#lib/domain/capacity-change.ts'
import { choicesFor } from '#lib/domain/change-choice.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { changedDays, changedWhat } from '#lib/format/change-text.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { loadDraft } from '../load-draft.ts'
import { askSecond, make } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('changes'))('confirm.title') }
}

/** What a field that may be refused is called, in `changes.json`. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  answerBy: 'field.answerBy',
  until: 'field.openUntil',
  dailyLimit: 'field.dailyLimit',
  reason: 'field.usual',
  note: 'second.note',
}

const OPEN_DAYS = 14

/** The last page before the act: what will be done to whom, until when they may answer, and why. */
export default async function ConfirmPage({
  params,
  searchParams,
}: {
  params: Promise<{ draft: string }>
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { draft: draftId } = await params
  const { draft, preview, now } = await loadDraft(draftId)
  const search = await searchParams
  const look = `/desk/manage/changes/look/${draftId}`
  if (!preview.ok) redirect(look)
  const picture = preview.value
  const couples = picture.affected.length
  const { change } = draft
  const choice = choicesFor(change, couples).find((one) => one === (search.choice ?? 'none'))
  if (!choice) redirect(look)
  const t = await getTranslations('changes')
  const common = await getTranslations('common')
  const words = await getTranslations('refusals.field')
  const locale = (await getLocale()) as Locale
  const fault =
    search.wrong && (words.has(search.wrong as never) ? words(search.wrong as never) : words('other'))
  const at = search.at ?? 'make'
  const where = FIELD_WORDS[at] && t(FIELD_WORDS[at])
  const errorOf = (name: string) => (fault && search.at === name ? fault : undefined)
  const [firstTaken] = picture.affected.map(({ date }) => date).sort()
  const answerDay =
    choice === 'move' && firstTaken
      ? usualAnswerDay(await readCalendar(pool()), { firstTaken, now })
      : undefined
  const needsSecond = choice === 'cancel' && couples > MOST_CANCELLED_ALONE && draft.approval !== 'approved'
  const field = { errorPrefix: common('error') }
  return (
    <DeskWork
      title={t(`what.${changedWhat(change)}`, { days: changedDays(locale, change) })}
      back={{ href: `${look}?choice=${choice}`, text: t('confirm.back') }}
    >
      <Card className="max-w-3xl px-6 py-5">
        <ErrorSummary
          title={common('errorTitle')}
          errors={
            fault ? [{ field: at, text: where ? common('errorAt', { where, text: fault }) : fault }] : []
          }
        />
        <h2>{couples > 0 ? t(`choice.${choice}.title`) : t('confirm.title')}</h2>
        <PictureFigures picture={picture} locale={locale} />
        {couples > 0 ? <p className="mt-3 mb-4">{t(`choice.${choice}.then`)}</p> : <div className="mb-4" />}
        {needsSecond ? (
          <form action={askSecond.bind(null, draftId)} noValidate>
            <Notice tone="warn" title={t('second.title', { most: MOST_CANCELLED_ALONE })}>
              <p>{t(draft.approval ? `second.${draft.approval}` : 'second.text')}</p>
            </Notice>
            {draft.approval === 'open' ? null : (
              <div className="mt-4">
                <TextField
                  {...field}
                  name="note"
                  label={t('second.note')}
                  error={errorOf('note')}
                  maxLength={200}
                />
                <Button type="submit" wide={false}>
                  {t('second.ask')}
                </Button>
              </div>
            )}
          </form>
        ) : (
          <form id="make" action={make.bind(null, draftId, choice, picture.hash)} noValidate>
            {choice === 'move' ? (
              <TextField
                {...field}
                name="answerBy"
                type="date"
                className="max-w-56"
                label={t('field.answerBy')}
                hint={t('field.answerByHint')}
                error={errorOf('answerBy')}
                defaultValue={search.answerBy ?? answerDay}
              />
            ) : null}
            {choice === 'storm' && change.kind === 'closure' ? (
              <div className="grid gap-x-4 sm:grid-cols-2">
                <TextField
                  {...field}
                  name="until"
                  type="date"
                  label={t('field.openUntil')}
                  hint={t('field.openUntilHint')}
                  error={errorOf('until')}
                  defaultValue={search.until ?? addDays(change.until, OPEN_DAYS)}
                />
                <TextField
                  {...field}
                  name="dailyLimit"
                  type="number"
                  min={1}
                  label={t('field.dailyLimit')}
                  hint={t('field.dailyLimitHint')}
                  error={errorOf('dailyLimit')}
                  defaultValue={search.dailyLimit ?? String(Math.max(1, Math.ceil(couples / 5)))}
                />
              </div>
            ) : null}
            {'reason' in change || couples === 0 ? null : (
              <ReasonFields typed={search} error={errorOf('reason')} errorPrefix={common('error')} />
            )}
            <Button type="submit" wide={false}>
              {t(`make.${choice}`, { count: couples })}
            </Button>
          </form>
        )}
      </Card>
    </DeskWork>
  )
}
