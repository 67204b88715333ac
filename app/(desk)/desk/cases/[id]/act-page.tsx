import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { DeskAct, ShownCase } from '#lib/desk/show-case.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { DeskForm } from '#lib/edge/desk-form.ts'
import { refusalLines } from '../refusal-lines.ts'

/** What the form of an act needs: what was typed before, and what is wrong with a field, in words. */
export interface ActForm<Typed> {
  readonly typed: Typed | undefined
  readonly wrong: (path: string) => string | undefined
}

/** The frame of an act about a case: what it means, its form, or why it cannot be done today. */
export async function ActPage<Typed>({
  act,
  shown,
  kept,
  isRefused,
  labels,
  action,
  children,
}: {
  act: DeskAct
  shown: ShownCase
  kept: DeskForm<Typed> | undefined
  isRefused: boolean
  /** What the fields are called, by their path. */
  labels: Readonly<Record<string, string>>
  action: (form: FormData) => Promise<void>
  children: (form: ActForm<Typed>) => ReactNode
}) {
  const t = await getTranslations('cases.act')
  const cases = await getTranslations('cases')
  const common = await getTranslations('common')
  const locale = (await getLocale()) as Locale
  const { id, receiptNumber } = shown.found
  const back = { href: `/desk/cases/${id}`, text: cases('case.heading', { number: receiptNumber }) }
  const impossible = shown.acts.find((one) => one.act === act)?.refusal
  const errors = isRefused && kept?.refusal ? refusalLines(locale, kept.refusal) : []
  const wrong = (path: string) => errors.find(({ field }) => field === path)?.text
  const named = ({ field, text }: { field: string; text: string }) => {
    const where = labels[field]
    return { field, text: where ? cases('new.at', { where, text }) : text }
  }
  return (
    <DeskWork title={t(`${act}.name`)} back={back}>
      <Card className="max-w-[44rem] px-6 py-5">
        {impossible ? (
          <Notice tone="stop" role="alert" title={t('impossible')}>
            {refusalLines(locale, impossible).map(({ text }) => (
              <p key={text}>{text}</p>
            ))}
          </Notice>
        ) : (
          <>
            <ErrorSummary title={common('errorTitle')} errors={errors.map(named)} />
            <p className="mb-5">{t(`${act}.long`)}</p>
            <form action={action} noValidate>
              <input type="hidden" name="case" value={id} />
              {children({ typed: kept?.typed, wrong })}
              <Button type="submit" wide={false}>
                {t(`${act}.submit`)}
              </Button>
            </form>
          </>
        )}
      </Card>
    </DeskWork>
  )
}
