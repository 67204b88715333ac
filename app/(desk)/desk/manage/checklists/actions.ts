'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { ProposalState } from '#components/approval/proposal-form.tsx'
import { pool } from '#lib/db/pool.ts'
import type { ChecklistRuleSet } from '#lib/domain/checklist.ts'
import type { ChecklistDraft } from '#lib/domain/checklist-draft.ts'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { listRuleSets } from '#lib/materials/list-rule-sets.ts'
import { previewChecklist } from '#lib/materials/preview-checklist.ts'
import { proposeChecklist } from '#lib/materials/propose-checklist.ts'
import { proposalErrors } from '../proposal-words.ts'
import { readFirstDay, readTyped } from '../read-proposal.ts'
import { checklistPreview } from './checklist-preview.ts'
import { itemRows, readItems } from './item-rows.ts'
import { readSpares } from './spare-rows.ts'

/** Looks at a new list of materials, or at taking one back, or puts what was looked at before a second person. */
export async function takeChecklist(_: ProposalState, form: FormData): Promise<ProposalState> {
  const { actor } = await requireStaff('propose-policy')
  const values = readTyped(form)
  const locale = (await getLocale()) as Locale
  const now = new Date()
  const all = await listRuleSets(now)
  const base = all.find(({ id }) => id === values.base)
  if (!base) notFound()
  const wish = { actor, draft: readDraft(base, values), now }
  const at = (path: string) => ({ field: fieldOf(path, values) })
  const seen = await previewChecklist(pool(), wish)
  const preview = seen.ok ? { preview: await checklistPreview(locale, seen.value, all) } : {}
  if (form.get('step') !== 'ask')
    return { values, errors: seen.ok ? [] : proposalErrors(locale, seen, at), ...preview }
  const { basis = '', note = '' } = values
  const asked = await proposeChecklist(pool(), { ...wish, basis, note })
  if (asked.ok) redirect(`/desk/manage/checklists/${SERVICE_FACTS[base.service].slug}?asked=1`)
  return { values, errors: proposalErrors(locale, asked, at), ...preview }
}

function readDraft(base: ChecklistRuleSet, values: Readonly<Record<string, string>>): ChecklistDraft {
  const { service } = base
  if (values.back) return { change: 'take-back', service, versionId: values.back }
  const typed = (field: string) => (values[field] ?? '').trim()
  return {
    change: 'new',
    service,
    validFrom: readFirstDay(values.validFrom),
    source: { 'zh-CN': typed('source.zh-CN'), 'zh-Hant': typed('source.zh-Hant'), en: typed('source.en') },
    perPartyType: readItems(itemRows(base), values),
    notNeeded: readSpares(base, values),
  }
}

// The law names a thing by its code (`items.MAINLAND.PASSPORT.name.en`), the form by its row; what has no code yet is
// named by its place (`items.MAINLAND.4.code`), and is the row of which only the name was typed.
function fieldOf(path: string, values: Readonly<Record<string, string>>): string {
  const [first, ...parts] = path.split('.')
  if (first !== 'items' && first !== 'notNeeded') return path
  const [code = '', ...rest] = first === 'items' ? parts.slice(1) : parts
  const isWithout = /^\d+$/.test(code)
  const typed = (field: string) => values[field]?.trim() ?? ''
  const rows = Object.keys(values).flatMap((field) => /^((?:item|spare)\.\d+)\.code$/.exec(field)?.[1] ?? [])
  const row = rows
    .filter((one) => one.startsWith(first === 'items' ? 'item.' : 'spare.'))
    .find((one) =>
      isWithout
        ? !typed(`${one}.code`) && LOCALES.some((locale) => typed(`${one}.name.${locale}`))
        : typed(`${one}.code`) === code,
    )
  return row ? [row, ...rest].join('.') : path
}
