import type { Locale } from '#lib/domain/localized-text.ts'
import type { RefusalDetail } from '#lib/domain/refusal.ts'
import { type NamedFaults, namedFaults } from '#lib/format/named-faults.ts'
import type { Said } from './said.ts'

/** What is wrong with a form in words; also why a change could not be looked at, where the address says so. */
export function sayWrong(
  locale: Locale,
  form: {
    readonly found: readonly RefusalDetail[]
    readonly said: Said
    /** What the field at a path is called. */
    readonly nameOf: (locale: Locale, path: string) => string | undefined
  },
): NamedFaults {
  const { found, said, nameOf } = form
  const [at, refused] = [said.get('at') ?? '', said.get('refused')]
  const isTold = found.some(({ path }) => path === at)
  const errors = refused && !isTold ? [...found, { path: at, reason: refused }] : found
  return namedFaults(locale, errors, nameOf)
}
