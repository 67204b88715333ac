import type { Scope } from './scope-path.ts'

/** What a template may name: `{code}`, `{date}` … */
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

/** A template with its values, or undefined when it names anything that no letter has: then it is not used. */
export function fillTemplate(template: string, values: LetterValues): string | undefined {
  let isKnown = true
  const text = template.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    if (Object.hasOwn(values, name)) return values[name as LetterPlaceholder]
    isKnown = false
    return whole
  })
  return isKnown && text.trim() !== '' ? text : undefined
}

/** What somebody else who sees the screen must not read in a letter about such a service. */
const TELLING = /离婚|離婚|divorc|冷静期|冷靜期|cooling.?off/i

export function tellsTooMuch(text: string): boolean {
  return TELLING.test(text)
}

export interface LetterTemplate extends Scope {
  readonly role: number | undefined
  readonly subject: string | undefined
  readonly body: string
}

/** The template of the narrowest place; among its own one for this role before one for both. */
export function narrowestTemplate(
  templates: readonly LetterTemplate[],
  /** From the nation to the office. */
  path: readonly Scope[],
): LetterTemplate | undefined {
  const place = ({ scope, scopeId }: Scope) =>
    path.findIndex((one) => one.scope === scope && one.scopeId === scopeId)
  return templates
    .filter((template) => place(template) >= 0)
    .sort((one, other) => place(other) - place(one) || Number(other.role ?? 0) - Number(one.role ?? 0))[0]
}
