import { getTranslations } from 'next-intl/server'
import type { ProposalGroup, ProposalWords } from '#components/approval/proposal-form.tsx'
import type { VersionRow } from '#components/approval/version-table.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { dayText } from '#lib/format/dates.ts'
import { refusalText } from '#lib/format/refusal-text.ts'

/** The words of the form by which a version is put before a second person. */
export async function proposalWords(act: 'new' | 'take-back'): Promise<ProposalWords> {
  const t = await getTranslations('approvals.proposal')
  const common = await getTranslations('common')
  return {
    errorTitle: common('errorTitle'),
    errorPrefix: common('error'),
    errorAt: String(common.raw('errorAt')),
    fieldOf: String(common.raw('fieldOf')),
    look: t('look'),
    changes: t('changes'),
    before: t('before'),
    after: t('after'),
    samples: t('samples'),
    ask: t(act === 'new' ? 'ask' : 'askBack'),
    askHint: t('askHint'),
  }
}

/** From when, by which source and why: the last fields of each proposal. */
export async function proposalEnd(act: 'new' | 'take-back', hasSource = true): Promise<ProposalGroup> {
  const t = await getTranslations('approvals.proposal')
  const note = { name: 'note', label: t('note'), hint: t('noteHint'), type: 'area', rows: 2 } as const
  if (act === 'take-back') return { id: 'end', title: '', fields: [note] }
  const source = { name: 'source', label: t('source'), hint: t('sourceHint'), type: 'text' } as const
  return {
    id: 'end',
    title: '',
    fields: [
      { name: 'validFrom', label: t('validFrom'), hint: t('validFromHint'), type: 'date' },
      ...(hasSource ? [source] : []),
      note,
    ],
  }
}

/** A refusal as what is wrong in the form: each thing at its field, in words. */
export function proposalErrors(
  locale: Locale,
  refusal: Refusal,
  at: (path: string) => { readonly field: string; readonly prefix?: string } = (path) => ({ field: path }),
) {
  const { title, errors } = refusalText(locale, refusal)
  if (errors.length === 0) return [{ field: '', text: title }]
  const told = errors.map(({ path, text }) => {
    const { field, prefix } = at(path)
    return { field, text: prefix ? `${prefix} ${text}` : text }
  })
  // A thing that several kinds of people bring is one row: what is wrong with it is told once.
  return told.filter(
    ({ field, text }, index) => index === told.findIndex((one) => one.field === field && one.text === text),
  )
}

export interface AnyVersion {
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
  readonly isTakenBack: boolean
  readonly askedByName: string | null
  readonly agreedByName: string | null
}

/** What every table of versions says of one: its state, its days, its people. */
export async function versionWords(
  locale: Locale,
  version: AnyVersion,
  today: CalendarDate,
): Promise<Pick<VersionRow, 'state' | 'stateText' | 'days' | 'people'>> {
  const t = await getTranslations('approvals.version')
  const { validFrom, validTo, isTakenBack, askedByName, agreedByName } = version
  const isOver = validTo !== null && validTo < today
  const state = isTakenBack ? 'taken-back' : validFrom > today ? 'coming' : isOver ? 'over' : 'in-force'
  const from = dayText(locale, validFrom, 'plain')
  return {
    state,
    stateText: t(state),
    days: validTo ? t('days', { from, until: dayText(locale, validTo, 'plain') }) : t('since', { from }),
    people: askedByName ? t('people', { asked: askedByName, agreed: agreedByName ?? '' }) : t('planted'),
  }
}

/** The heads of a table of versions. */
export async function versionHeads() {
  const t = await getTranslations('approvals.version.head')
  return {
    state: t('state'),
    days: t('days'),
    value: t('value'),
    source: t('source'),
    people: t('people'),
    act: t('act'),
  }
}
