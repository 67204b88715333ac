import { getLocale, getTranslations } from 'next-intl/server'
import type { ProposalField } from '#components/approval/proposal-field.tsx'
import type { ProposalGroup } from '#components/approval/proposal-form.tsx'
import type { ChecklistRuleSet } from '#lib/domain/checklist.ts'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import { BLANK_ROWS, itemRows } from './item-rows.ts'
import { spareCount } from './spare-rows.ts'

/** The fields of a list, thing by thing, then empty ones for what is added, then where the list comes from. */
export async function itemGroups(ruleSet: ChecklistRuleSet): Promise<readonly ProposalGroup[]> {
  const t = await getTranslations('checklists')
  const languages = await getTranslations('common.languages')
  const locale = (await getLocale()) as Locale
  const rows = itemRows(ruleSet)
  const known = await Promise.all(
    rows.map(async ({ item, at }, index) => ({
      id: `item ${index}`,
      title: t('item', { name: item.name[locale], count: at.size }),
      fields: await fieldsOf(index, true),
    })),
  )
  const blank = await Promise.all(
    Array.from({ length: BLANK_ROWS }, async (_, index) => ({
      id: `blank ${index}`,
      title: t('newItem'),
      fields: await fieldsOf(rows.length + index, false),
    })),
  )
  const source: ProposalGroup = {
    id: 'source',
    title: t('sourceOfList'),
    isOpen: true,
    fields: LOCALES.map((lang) => ({
      name: `source.${lang}`,
      label: languages(lang),
      type: 'text',
      lang,
    })),
  }
  return [...known, ...blank, ...(await spareGroups(ruleSet)), source]
}

// What nobody need bring any more, a line each, with empty ones for what is added.
async function spareGroups(ruleSet: ChecklistRuleSet): Promise<readonly ProposalGroup[]> {
  const t = await getTranslations('checklists')
  const languages = await getTranslations('common.languages')
  const locale = (await getLocale()) as Locale
  return Array.from({ length: spareCount(ruleSet) }, (_, index) => {
    const known = ruleSet.notNeeded[index]
    const name = (field: string) => `spare.${index}.${field}`
    return {
      id: `spare ${index}`,
      title: known ? t('spare', { name: known.name[locale] }) : t('newSpare'),
      fields: [
        ...(known ? [{ name: name('remove'), label: t('remove'), type: 'check' } as const] : []),
        ...LOCALES.map(
          (lang): ProposalField => ({
            name: name(`name.${lang}`),
            label: t('in', { part: t('name'), language: languages(lang) }),
            type: 'text',
            lang,
          }),
        ),
        { name: name('since'), label: t('spareSince'), type: 'date' },
        { name: name('source'), label: t('source'), type: 'text' },
        { name: name('code'), label: t('code'), hint: t('codeHint'), type: 'text' },
      ],
    }
  })
}

async function fieldsOf(index: number, mayGo: boolean): Promise<readonly ProposalField[]> {
  const t = await getTranslations('checklists')
  const materials = await getTranslations('materials.kind')
  const parties = await getTranslations('journey.parties')
  const languages = await getTranslations('common.languages')
  const name = (field: string) => `item.${index}.${field}`
  const words = (['name', 'note'] as const).flatMap((part) =>
    LOCALES.map(
      (lang): ProposalField => ({
        name: name(`${part}.${lang}`),
        label: t('in', { part: t(part), language: languages(lang) }),
        type: 'text',
        lang,
      }),
    ),
  )
  return [
    ...(mayGo ? [{ name: name('remove'), label: t('remove'), type: 'check' } as const] : []),
    ...words,
    {
      name: name('kind'),
      label: t('kind'),
      type: 'select',
      options: (['original', 'copy', 'made-on-site'] as const).map((value) => ({
        value,
        text: materials(value),
      })),
    },
    { name: name('copies'), label: t('copies'), type: 'number' },
    { name: name('core'), label: t('core'), type: 'check' },
    { name: name('shared'), label: t('shared'), type: 'check' },
    ...PARTY_TYPES.map(
      (party): ProposalField => ({
        name: name(`party.${party}`),
        label: t('for', { party: parties(party) }),
        type: 'check',
      }),
    ),
    { name: name('source'), label: t('source'), type: 'text' },
    { name: name('code'), label: t('code'), hint: t('codeHint'), type: 'text' },
  ]
}
