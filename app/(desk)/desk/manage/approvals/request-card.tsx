import { getTranslations } from 'next-intl/server'
import { ChangeLines } from '#components/approval/change-lines.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { ApprovalView } from '#lib/approval/list-approvals.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'
import { answerRequest, withdrawRequest } from './actions.ts'
import type { RequestWords } from './request-words.ts'

/** A request that waits: what would change, who asks and why, and what this person may answer. */
export async function RequestCard({
  request,
  words,
  fault,
  locale,
}: {
  request: ApprovalView
  words: RequestWords
  /** What is wrong with the answer that was given: with its reason, or with all of it. */
  fault: { readonly isOfReason: boolean; readonly text: string } | undefined
  locale: Locale
}) {
  const { id, kind, placeName, note, askedByName, askedAt, expiresAt, isOwn, mayDecide } = request
  const t = await getTranslations('approvals')
  const policies = await getTranslations('policies')
  const common = await getTranslations('common')
  const hidden = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kind" value={kind} />
    </>
  )
  return (
    <Card className="px-5 py-4">
      <article id={id} aria-labelledby={`${id}-title`}>
        <p className="mb-1 flex flex-wrap items-center gap-2 text-small text-ink-soft">
          <Tag>{t(`kind.${kind}`)}</Tag>
          {placeName?.[locale] ?? policies('nation')}
        </p>
        <h3 id={`${id}-title`}>{words.title}</h3>
        {words.facts.map((fact) => (
          <p key={fact} className="text-small">
            {fact}
          </p>
        ))}
        <div className="my-3">
          <ChangeLines
            lines={words.lines}
            words={{ before: t('proposal.before'), after: t('proposal.after') }}
          />
        </div>
        <p>{t('why', { note })}</p>
        <p className="mb-3 text-small text-ink-soft">
          {t('who', {
            name: askedByName,
            at: instantText(locale, askedAt),
            until: instantText(locale, expiresAt),
          })}
        </p>
        {fault && !fault.isOfReason ? <p className="mb-3 font-semibold text-stop">{fault.text}</p> : null}
        {mayDecide ? (
          <div className="grid gap-4 border-t border-line pt-3 sm:grid-cols-[auto_1fr] sm:items-end">
            <form action={answerRequest}>
              {hidden}
              <Button type="submit" name="answer" value="approve" wide={false}>
                {t('approve')}
                <span className="sr-only">{words.title}</span>
              </Button>
            </form>
            <form action={answerRequest} className="flex flex-wrap items-end gap-3">
              {hidden}
              <div className="min-w-60 flex-1 [&>div]:mb-0">
                <TextField
                  name={`reason-${id}`}
                  label={t('reason')}
                  error={fault?.isOfReason ? fault.text : undefined}
                  errorPrefix={common('error')}
                  maxLength={300}
                  autoComplete="off"
                />
              </div>
              <Button type="submit" name="answer" value="refuse" kind="second" wide={false}>
                {t('refuse')}
                <span className="sr-only">{words.title}</span>
              </Button>
            </form>
          </div>
        ) : null}
        {isOwn ? (
          <form action={withdrawRequest} className="border-t border-line pt-3">
            {hidden}
            <p className="mb-2 text-small text-ink-soft">{t('ownHint')}</p>
            <Button type="submit" kind="second" wide={false}>
              {t('withdraw')}
              <span className="sr-only">{words.title}</span>
            </Button>
          </form>
        ) : null}
      </article>
    </Card>
  )
}
