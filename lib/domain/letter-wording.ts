import type { LetterKind } from './letter.ts'
import { LOCALES, type Locale } from './localized-text.ts'
import type { Scope } from './scope-path.ts'

/** What a letter may name: `{code}`, `{date}` … */
type LetterPlaceholder =
  | 'service'
  | 'date'
  | 'time'
  | 'fromDate'
  | 'fromTime'
  | 'untilDate'
  | 'receipt'
  | 'office'
  | 'address'
  | 'phone'
  | 'code'
  | 'until'
  | 'other'
  | 'reason'
  | 'digits'
  | 'link'
  | 'leave'

export type LetterValues = Readonly<Record<LetterPlaceholder, string>>

/** The parts of a letter that are worded: what a phone gets, and the subject and first paragraph of an e-mail. */
export const LETTER_PARTS = ['sms', 'subject', 'email'] as const

export type LetterPart = (typeof LETTER_PARTS)[number]

/** Each part as an ICU message. */
export type LetterWording = Readonly<Record<LetterPart, string>>

/** What a message asks of whoever fills it: names, and of a choice (`{reason, select, …}`) its cases. */
export interface MessageShape {
  readonly names: readonly string[]
  readonly choices: Readonly<Record<string, readonly string[]>>
  /** Anything else than text, names and choices: tags, numbers, dates. */
  readonly isStrange: boolean
}

/** Undefined where the text is no ICU message. */
export type MessageReader = (message: string) => MessageShape | undefined

/** Why a wording of a letter cannot be used. */
export interface WordingFault {
  readonly locale: Locale
  readonly part: LetterPart
  readonly fault:
    | 'required'
    | 'too-long'
    | 'not-a-message'
    | 'unknown-placeholder'
    | 'missing-placeholder'
    | 'missing-choice'
    | 'tells-too-much'
  /** The placeholder it is about. */
  readonly name?: string
}

/** Longer than three short messages nobody reads on a phone; a subject is one line. */
const LONGEST: Readonly<Record<LetterPart, number>> = { sms: 400, subject: 120, email: 1200 }

/** Nobody misses a fact when these are left out. */
const COURTESIES: readonly string[] = ['service', 'other'] satisfies LetterPlaceholder[]

/** Where an office is known, these are. */
const OF_AN_OFFICE: readonly string[] = ['office', 'address', 'phone'] satisfies LetterPlaceholder[]

/**
 * What is wrong with a letter worded anew, measured by the words of the house: each fact that they tell in a part must be
 * told, nothing may be named that this letter does not have, and nothing may tell what it is about: somebody else may see
 * the screen. 个人信息保护法 art. 28.
 */
export function faultsOfWording(
  wording: Readonly<Record<Locale, LetterWording>>,
  house: Readonly<Record<Locale, LetterWording>>,
  read: MessageReader,
): readonly WordingFault[] {
  return LOCALES.flatMap((locale) => {
    const shapes = LETTER_PARTS.map((part) => read(house[locale][part]))
    const names = new Set(shapes.flatMap((shape) => shape?.names ?? []))
    const known = new Set([...names, ...COURTESIES, ...(names.has('office') ? OF_AN_OFFICE : [])])
    return LETTER_PARTS.flatMap((part, index) =>
      faultsOfPart(wording[locale][part], { part, shape: shapes[index], known, read }).map((fault) => ({
        locale,
        part,
        ...fault,
      })),
    )
  })
}

function faultsOfPart(
  text: string,
  own: {
    readonly part: LetterPart
    readonly shape: MessageShape | undefined
    readonly known: ReadonlySet<string>
    readonly read: MessageReader
  },
): Omit<WordingFault, 'locale' | 'part'>[] {
  if (text.trim() === '') return [{ fault: 'required' }]
  if (text.length > LONGEST[own.part]) return [{ fault: 'too-long' }]
  const faults: Omit<WordingFault, 'locale' | 'part'>[] = []
  if (tellsTooMuch(text)) faults.push({ fault: 'tells-too-much' })
  const shape = own.read(text)
  if (!shape || shape.isStrange) return [...faults, { fault: 'not-a-message' }]
  for (const name of shape.names)
    if (!own.known.has(name)) faults.push({ fault: 'unknown-placeholder', name })
  for (const name of own.shape?.names ?? [])
    if (!shape.names.includes(name) && !COURTESIES.includes(name))
      faults.push({ fault: 'missing-placeholder', name })
  for (const [name, cases] of Object.entries(own.shape?.choices ?? {})) {
    const has = shape.choices[name] ?? []
    if (shape.names.includes(name) && cases.some((one) => !has.includes(one)))
      faults.push({ fault: 'missing-choice', name })
  }
  return faults
}

/** What somebody else who sees the screen, a history or the name of a file must not read. */
const TELLING = /离婚|離婚|lihun|divorc|冷静期|冷靜期|cooling.?off/i

export function tellsTooMuch(text: string): boolean {
  return TELLING.test(text)
}

/** How long a short message is: in characters, and in how many parts it travels. 3GPP TS 23.040. */
export function smsLength(text: string): { readonly characters: number; readonly parts: number } {
  const characters = text.length
  const isPlain = /^[\n\r -~]*$/.test(text)
  const [alone, each] = isPlain ? [160, 153] : [70, 67]
  return { characters, parts: characters <= alone ? 1 : Math.ceil(characters / each) }
}

/** A letter worded anew by a place. */
export interface WordedLetter extends Scope {
  readonly key: LetterKind
  readonly text: Readonly<Record<Locale, LetterWording>>
}

/** The text of the narrowest place along a path, the youngest first among its own; of whatever kind. */
export function narrowestText<Text extends Scope>(
  /** The youngest first. */
  texts: readonly Text[],
  /** From the nation to the office. */
  path: readonly Scope[],
): Text | undefined {
  const place = ({ scope, scopeId }: Scope) =>
    path.findIndex((one) => one.scope === scope && one.scopeId === scopeId)
  return texts.filter((text) => place(text) >= 0).sort((one, other) => place(other) - place(one))[0]
}
