import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { dayText } from '#lib/format/dates.ts'
import { refusalText } from '#lib/format/refusal-text.ts'

/** What is wrong with a notice, each thing with the line it stands in, and that line's own words. */
export function noticeFaults(
  locale: Locale,
  refusal: Refusal,
  text: string,
  atLine: (line: number, words: string) => string,
): readonly { readonly field: string; readonly text: string }[] {
  const { title, errors } = refusalText(locale, refusal)
  if (errors.length === 0) return [{ field: 'text', text: title }]
  const lines = text.split(/\r?\n/)
  return errors.map(({ path, text: words }) => {
    const [kind, rest = ''] = path.split('.')
    if (kind === 'line') {
      const line = Number(rest)
      return { field: path, text: `${atLine(line, lines[line - 1]?.trim().slice(0, 40) ?? '')} ${words}` }
    }
    if (kind === 'holiday') return { field: path, text: `${rest} ${words}` }
    return { field: path, text: isCalendarDate(path) ? `${dayText(locale, path, 'long')} ${words}` : words }
  })
}
