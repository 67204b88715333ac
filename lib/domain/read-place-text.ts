import type { LocalizedText } from './localized-text.ts'
import type { RefusalDetail } from './refusal.ts'

/** A text of a place in three languages, as typed into three fields. */
export interface TypedText {
  readonly zhCN: string
  readonly zhHant: string
  readonly en: string
}

export interface PlaceTextRule {
  /** The fields are called after it: `name_zh_cn`, `name_zh_hant`, `name_en`. */
  readonly name: string
  readonly longest: number
  readonly isRequired?: boolean
  /** Whether it may have several lines. */
  readonly hasLines?: boolean
  /** Each language must be written for itself; otherwise the Chinese original stands in for what is empty. */
  readonly needsAll?: boolean
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** Reads a text in three languages; undefined where all of it is empty. What is wrong is put to `errors`. */
export function readPlaceText(
  typed: TypedText,
  rule: PlaceTextRule,
  errors: RefusalDetail[],
): LocalizedText | undefined {
  const { name, longest } = rule
  const fields = [
    [`${name}_zh_cn`, tidy(typed.zhCN)],
    [`${name}_zh_hant`, tidy(typed.zhHant)],
    [`${name}_en`, tidy(typed.en)],
  ] as const
  for (const [path, text] of fields) {
    if (text.length > longest) errors.push({ path, reason: 'too-long' })
    if (CONTROL.test(text) || (!rule.hasLines && text.includes('\n')))
      errors.push({ path, reason: 'odd-characters' })
  }
  const [[first, original], [second, traditional], [third, english]] = fields
  if (!original && !traditional && !english) {
    if (rule.isRequired) errors.push({ path: first, reason: 'required' })
    return undefined
  }
  if (!original) errors.push({ path: first, reason: 'original-needed' })
  if (rule.needsAll && !traditional) errors.push({ path: second, reason: 'required' })
  if (rule.needsAll && !english) errors.push({ path: third, reason: 'required' })
  return { 'zh-CN': original, 'zh-Hant': traditional || original, en: english || original }
}

/** Line breaks of whatever system as one character, nothing around them. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

const OFFICE_PHONE = /^\+?\d[\d -]{2,23}\d$/

/** Whether this can be the telephone number of an office or a hotline. */
export function isOfficePhone(text: string): boolean {
  return OFFICE_PHONE.test(text)
}
