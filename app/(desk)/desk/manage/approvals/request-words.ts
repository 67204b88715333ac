import { getTranslations } from 'next-intl/server'
import type { ChangeLine } from '#components/approval/change-lines.tsx'
import type { ApprovalView } from '#lib/approval/list-approvals.ts'
import type { ChecklistRequest } from '#lib/domain/checklist-draft.ts'
import type { GrantRequest } from '#lib/domain/grant-request.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { isNoticeRequest } from '#lib/domain/notice-request.ts'
import type { ExportRequest } from '#lib/domain/people-export.ts'
import type { PolicyRequest } from '#lib/domain/policy-draft.ts'
import type { TextRequest } from '#lib/domain/text-draft.ts'
import { dayText } from '#lib/format/dates.ts'
import { policyKeyText, policyValueText } from '#lib/format/policy-text.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { listRuleSets } from '#lib/materials/list-rule-sets.ts'
import { checklistLines, listsOf } from '../checklists/checklist-preview.ts'
import { textLines } from '../texts/text-preview.ts'
import { textTitle } from '../texts/text-title.ts'
import { exportWords, grantWords, noticeWords } from './people-words.ts'

/** A request in words: what it is about, from when, by which source, and what would change. */
export interface RequestWords {
  readonly title: string
  readonly facts: readonly string[]
  readonly lines: readonly ChangeLine[]
}

export async function requestWords(
  locale: Locale,
  { kind, payload }: Pick<ApprovalView, 'kind' | 'payload'>,
  now: Date,
): Promise<RequestWords> {
  const t = await getTranslations('approvals')
  switch (kind) {
    case 'policy': {
      const request = payload as unknown as PolicyRequest
      const { key, before, after } = request
      const title = policyKeyText(locale, key)
      const line = {
        id: key,
        title: t('proposal.changes'),
        before: policyValueText(locale, key, before),
        after: policyValueText(locale, key, after),
      }
      return { title, facts: await factsOf(locale, request), lines: [line] }
    }
    case 'text': {
      const request = payload as unknown as TextRequest
      const lines = await textLines(request)
      return { title: await textTitle(request.name), facts: await factsOf(locale, request), lines }
    }
    case 'checklist': {
      const request = payload as unknown as ChecklistRequest
      const lines = await checklistLines(locale, listsOf(request, await listRuleSets(now)))
      return { title: serviceName(locale, request.service), facts: await factsOf(locale, request), lines }
    }
    case 'role-grant':
      return grantWords(payload as unknown as GrantRequest)
    case 'export':
      return exportWords(locale, payload as unknown as ExportRequest)
    case 'bulk-cancel':
      return isNoticeRequest(payload)
        ? noticeWords(payload)
        : { title: t(`kind.${kind}`), facts: [], lines: [] }
  }
}

async function factsOf(
  locale: Locale,
  request: PolicyRequest | TextRequest | ChecklistRequest,
): Promise<readonly string[]> {
  const t = await getTranslations('approvals')
  if (request.change === 'take-back') return [t('isTakenBack')]
  const { validFrom, source } = request
  const words = typeof source === 'string' ? source : source[locale]
  return [t('proposal.from', { day: dayText(locale, validFrom, 'plain') }), t('sourceIs', { source: words })]
}
