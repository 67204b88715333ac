'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { ProposalState } from '#components/approval/proposal-form.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { PolicyDraft } from '#lib/domain/policy-draft.ts'
import { type PolicyKey, partsOfKey, readPolicyValue } from '#lib/domain/policy-key.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { previewPolicy } from '#lib/office/preview-policy.ts'
import { proposePolicy } from '#lib/office/propose-policy.ts'
import { proposalErrors } from '../proposal-words.ts'
import { readPlace } from '../read-place.ts'
import { readFirstDay, readTyped } from '../read-proposal.ts'
import { policyPreview } from './policy-preview.ts'
import { ruleFaultPlaces } from './rule-fault-places.ts'

/** Looks at a new version of a rule, or at taking one back, or puts what was looked at before a second person. */
export async function takePolicy(_: ProposalState, form: FormData): Promise<ProposalState> {
  const { actor, office } = await requireStaff('propose-policy')
  const values = readTyped(form)
  const locale = (await getLocale()) as Locale
  const place = readPlace(values.place, office.id)
  const draft = readDraft(values)
  const wish = { actor, place, draft, now: new Date() }
  const seen = await previewPolicy(pool(), wish)
  const preview = seen.ok ? { preview: await policyPreview(locale, seen.value) } : {}
  const errorsOf = async (refusal: Refusal) =>
    proposalErrors(locale, refusal, await ruleFaultPlaces(locale, refusal))
  if (form.get('step') !== 'ask') return { values, errors: seen.ok ? [] : await errorsOf(seen), ...preview }
  const { basis = '', note = '' } = values
  const asked = await proposePolicy(pool(), { ...wish, basis, note })
  if (asked.ok) redirect(`/desk/manage/policies/${draft.key}?place=${place.scopeId}&asked=1`)
  return { values, errors: await errorsOf(asked), ...preview }
}

function readDraft(values: Readonly<Record<string, string>>): PolicyDraft {
  const { key: named = '', service, back, value = '', source = '', validFrom } = values
  const key = (service ? `${named}.${service}` : named) as PolicyKey
  if (back) return { change: 'take-back', key, versionId: back }
  const rules = partsOfKey(key)?.rules
  const read = rules ? readPolicyValue(rules, value) : null
  return { change: 'new', key, value: read, validFrom: readFirstDay(validFrom), source: source.trim() }
}
