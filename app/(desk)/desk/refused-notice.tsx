import { getTranslations } from 'next-intl/server'
import { acceptanceForm } from '#components/desk/entry-ways.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { refusalWords } from './refusal-words.ts'

/** Why something was not done; where it is done first somewhere else, the way there. */
export async function RefusedNotice({
  reason,
  code,
  caseId,
}: {
  reason: string
  code: string | undefined
  caseId: string | undefined
}) {
  const t = await getTranslations('counter.ways')
  const way =
    reason === 'case-needed'
      ? { href: acceptanceForm(code), text: t('accept') }
      : reason === 'case-open' && caseId
        ? { href: `/desk/cases/${caseId}`, text: t('case') }
        : undefined
  return (
    <Notice tone="warn" role="alert" title={await refusalWords(reason)}>
      {way ? (
        <a className="prose-link inline-flex min-h-8 items-center" href={way.href}>
          {way.text}
        </a>
      ) : null}
    </Notice>
  )
}
