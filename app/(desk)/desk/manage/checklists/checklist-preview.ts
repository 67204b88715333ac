import { getTranslations } from 'next-intl/server'
import type { ChangeLine } from '#components/approval/change-lines.tsx'
import type { ProposalState } from '#components/approval/proposal-form.tsx'
import type { ProposalSample } from '#components/approval/sample-list.tsx'
import type { ChecklistItem, ChecklistRuleSet, NotNeededItem } from '#lib/domain/checklist.ts'
import {
  type ChecklistRequest,
  differenceOfChecklists,
  differenceOfNotNeeded,
} from '#lib/domain/checklist-draft.ts'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import { dayText } from '#lib/format/dates.ts'
import type { ChecklistPicture } from '#lib/materials/weigh-checklist.ts'

type Lists = Pick<ChecklistRuleSet, 'perPartyType' | 'notNeeded'>

/** The list as it was and as it will be by a request; either may be missing. */
export function listsOf(
  request: ChecklistRequest,
  all: readonly ChecklistRuleSet[],
): { readonly from: Lists | undefined; readonly to: Lists } {
  const before = all.find(({ id }) => id === request.before)
  if (request.change === 'new') return { from: before, to: request }
  const gone = all.find(({ id }) => id === request.versionId)
  return { from: gone, to: before ?? { perPartyType: {}, notNeeded: [] } }
}

/** What a change of a list would do, in words, and how couples would read it. */
export async function checklistPreview(
  locale: Locale,
  { request, validTo }: ChecklistPicture,
  all: readonly ChecklistRuleSet[],
): Promise<NonNullable<ProposalState['preview']>> {
  const t = await getTranslations('approvals.proposal')
  const own = await getTranslations('checklists')
  const from =
    request.change === 'new' ? [t('from', { day: dayText(locale, request.validFrom, 'plain') })] : []
  const until = validTo ? [t('until', { day: dayText(locale, validTo, 'plain') })] : []
  const lists = listsOf(request, all)
  const changed = differenceOfChecklists(lists.from, lists.to).map(({ party }) => party)
  const parties = changed.length > 0 ? [...new Set(changed)] : (['MAINLAND'] as const)
  return {
    basis: request.basis,
    notes: [...from, ...until, own('kept')],
    lines: await checklistLines(locale, lists),
    samples: await checklistSamples(lists.to, parties),
  }
}

/** What differs between two lists, thing by thing. */
export async function checklistLines(
  locale: Locale,
  { from, to }: ReturnType<typeof listsOf>,
): Promise<readonly ChangeLine[]> {
  const t = await getTranslations('checklists')
  const parties = await getTranslations('journey.parties')
  const materials = await getTranslations('materials.kind')
  const words = (item: ChecklistItem | undefined) => {
    if (!item) return ''
    const facts = [
      materials(item.kind),
      t('times', { count: item.copies }),
      ...(item.core ? [t('core')] : []),
      ...(item.shared ? [t('shared')] : []),
    ]
    const texts = LOCALES.flatMap((one) => [item.name[one], item.note?.[one] ?? '']).filter(Boolean)
    return [...new Set(texts), facts.join(' · '), item.source].join('\n')
  }
  const spareWords = (item: NotNeededItem | undefined) =>
    item
      ? [
          ...new Set(LOCALES.map((one) => item.name[one])),
          t('since', { day: dayText(locale, item.since, 'plain') }),
          item.source,
        ].join('\n')
      : ''
  const spares = differenceOfNotNeeded(from, to).map(({ change, from: one, to: other }) => ({
    id: `spare ${one?.code ?? other?.code}`,
    title: t(`change.${change}`, { party: t('notNeeded'), name: (other ?? one)?.name[locale] ?? '' }),
    before: spareWords(one),
    after: spareWords(other),
  }))
  const things = differenceOfChecklists(from, to).map(({ party, change, from: one, to: other }) => ({
    id: `${party} ${one?.code ?? other?.code}`,
    title: t(`change.${change}`, { party: parties(party), name: (other ?? one)?.name[locale] ?? '' }),
    before: words(one),
    after: words(other),
  }))
  return [...things, ...spares]
}

async function checklistSamples(
  { perPartyType }: Lists,
  parties: readonly PartyType[],
): Promise<readonly ProposalSample[]> {
  const names = await getTranslations('journey.parties')
  const t = await getTranslations('checklists')
  const languages = await getTranslations('common.languages')
  return LOCALES.flatMap((lang) =>
    parties.map((party) => ({
      id: `${lang} ${party}`,
      title: t('in', { part: names(party), language: languages(lang) }),
      text: (perPartyType[party] ?? [])
        .map(({ name, note }) => `· ${name[lang]}${note ? `\n  ${note[lang]}` : ''}`)
        .join('\n'),
      lang,
    })),
  )
}
