import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Card } from '#components/ui/card.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { listApprovals } from '#lib/approval/list-approvals.ts'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { instantText } from '#lib/format/dates.ts'
import { RequestCard } from './request-card.tsx'
import { requestWords } from './request-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('approvals'))('title') }
}

const TONES = {
  open: 'accent',
  approved: 'ok',
  refused: 'stop',
  withdrawn: 'plain',
  expired: 'plain',
} as const

/** What waits for a second person, and what became of what was asked for before. */
export default async function ApprovalsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor } = await requireStaff('see-approvals')
  const { done, at, field: faulty, fault } = await searchParams
  const now = new Date()
  const locale = (await getLocale()) as Locale
  const t = await getTranslations('approvals')
  const policies = await getTranslations('policies')
  const manage = await getTranslations('manage')
  const common = await getTranslations('common')
  const field = await getTranslations('refusals.field')
  const waiting = await listApprovals(pool(), { actor, list: 'waiting', now })
  const over = await listApprovals(pool(), { actor, list: 'over', now })
  const withWords = async (requests: typeof waiting) =>
    Promise.all(
      requests.map(async (request) => ({ request, words: await requestWords(locale, request, now) })),
    )
  const said = fault && (field.has(fault as never) ? field(fault as never) : field('other'))
  const doneText = (['approved', 'refused', 'withdrawn'] as const).find((one) => one === done)
  const cards = await withWords(waiting)
  const wrong = said ? cards.find(({ request }) => request.id === at) : undefined
  const isOfReason = faulty === `reason-${at}`
  const nameOf = (title: string) =>
    isOfReason ? common('fieldOf', { line: title, field: t('reason') }) : title
  const errors = wrong
    ? [
        {
          field: isOfReason ? faulty : wrong.request.id,
          text: common('errorAt', { where: nameOf(wrong.words.title), text: said ?? '' }),
        },
      ]
    : []
  return (
    <DeskWork title={t('title')} back={{ href: '/desk/manage', text: manage('back') }}>
      {doneText ? <Notice tone="ok" role="status" title={t(`done.${doneText}`)} /> : null}
      {said && !wrong ? <Notice tone="stop" role="alert" title={said} /> : null}
      <ErrorSummary title={common('errorTitle')} errors={errors} />
      <h2 className="mt-3 text-body">{t('waiting', { count: waiting.length })}</h2>
      <div className="mb-8 grid gap-4">
        {waiting.length === 0 ? <p className="text-ink-soft">{t('nothing')}</p> : null}
        {cards.map(({ request, words }) => (
          <RequestCard
            key={request.id}
            request={request}
            words={words}
            fault={said && request.id === at ? { isOfReason, text: said } : undefined}
            locale={locale}
          />
        ))}
      </div>
      <h2 className="text-body">{t('history')}</h2>
      {over.length === 0 ? <p className="text-ink-soft">{t('noHistory')}</p> : null}
      <Card className={over.length === 0 ? 'hidden' : 'px-2 py-1'}>
        <DataTable
          caption={t('history')}
          heads={[
            { text: t('head.state') },
            { text: t('head.what') },
            { text: t('head.where') },
            { text: t('head.asked') },
            { text: t('head.answered') },
            { text: t('head.answer') },
          ]}
        >
          {(await withWords(over)).map(({ request, words }) => (
            <tr key={request.id} className="border-b border-line align-top last:border-b-0">
              <td className="px-2 py-2">
                <Tag tone={TONES[request.state]}>{t(`state.${request.state}`)}</Tag>
              </td>
              <td className="px-2 py-2">
                {t(`kind.${request.kind}`)} · {words.title}
                <span className="block text-ink-soft">
                  {words.lines.length === 1 && words.lines[0]
                    ? t('fromTo', { before: words.lines[0].before, after: words.lines[0].after })
                    : words.facts[0]}
                </span>
              </td>
              <td className="px-2 py-2">{request.placeName?.[locale] ?? policies('nation')}</td>
              <td className="px-2 py-2">
                {request.askedByName}
                <span className="block text-ink-soft">{request.note}</span>
              </td>
              <td className="px-2 py-2 whitespace-nowrap">
                {request.decidedByName}
                <span className="block text-ink-soft">
                  {instantText(locale, request.decidedAt ?? request.expiresAt)}
                </span>
              </td>
              <td className="px-2 py-2">{request.answer}</td>
            </tr>
          ))}
        </DataTable>
      </Card>
    </DeskWork>
  )
}
