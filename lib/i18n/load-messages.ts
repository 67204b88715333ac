import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '#lib/domain/localized-text.ts'

export type Messages = { readonly [key: string]: string | Messages }

/** One namespace a file: `messages/<locale>/<namespace>.json`. Read once a process: the same texts serve pages, API and jobs. */
const catalogue = new Map<Locale, Messages>()

// A path that bundlers cannot follow, so that every copy of this module reads the files themselves.
const ROOT = join(process.cwd(), 'lib', 'i18n', 'messages')

/** All texts of a language. */
export function loadMessages(locale: Locale): Messages {
  const known = catalogue.get(locale)
  if (known && process.env.NODE_ENV !== 'development') return known
  const folder = join(ROOT, locale)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const messages = Object.fromEntries(
    files.map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as Messages,
    ]),
  )
  catalogue.set(locale, messages)
  return messages
}
