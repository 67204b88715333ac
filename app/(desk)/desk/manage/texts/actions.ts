'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { ProposalState } from '#components/approval/proposal-form.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { type TextDraft, type TextName, textName } from '#lib/domain/text-draft.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { previewText } from '#lib/office/preview-text.ts'
import { proposeText } from '#lib/office/propose-text.ts'
import { proposalErrors } from '../proposal-words.ts'
import { readPlace } from '../read-place.ts'
import { readFirstDay, readTyped } from '../read-proposal.ts'
import { readText } from './text-fields.ts'
import { textPreview } from './text-preview.ts'

/** Looks at a new wording, or at taking one back, or puts what was looked at before a second person. */
export async function takeText(_: ProposalState, form: FormData): Promise<ProposalState> {
  const { actor, office } = await requireStaff('propose-policy')
  const values = readTyped(form)
  const locale = (await getLocale()) as Locale
  const name = textName(values.kind ?? '', values.key ?? '')
  if (!name) notFound()
  const place = readPlace(values.place, office.id)
  const wish = { actor, place, draft: readDraft(name, values), now: new Date() }
  // A fault of one placeholder is shown at the part it is in, with its name.
  const at = (path: string) => {
    const [first, lang, part, placeholder] = path.split('.')
    return {
      field: [first, lang, part].filter(Boolean).join('.'),
      ...(placeholder ? { prefix: `{${placeholder}}` } : {}),
    }
  }
  const seen = await previewText(pool(), wish)
  const preview = seen.ok ? { preview: await textPreview(locale, seen.value) } : {}
  if (form.get('step') !== 'ask')
    return { values, errors: seen.ok ? [] : proposalErrors(locale, seen, at), ...preview }
  const { basis = '', note = '' } = values
  const asked = await proposeText(pool(), { ...wish, basis, note })
  if (asked.ok) redirect(`/desk/manage/texts/${name.kind}/${name.key}?place=${place.scopeId}&asked=1`)
  return { values, errors: proposalErrors(locale, asked, at), ...preview }
}

function readDraft(name: TextName, values: Readonly<Record<string, string>>): TextDraft {
  const { back, source = '', validFrom } = values
  if (back) return { change: 'take-back', name, versionId: back }
  const text = readText(name, values)
  return { change: 'new', name, text, validFrom: readFirstDay(validFrom), source: source.trim() }
}
