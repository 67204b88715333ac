import type { SourceFile } from '../source-file.ts'

/** One message file: its place among the languages and its messages by their full key (`home.steps.0.title`). */
export interface MessageFile {
  path: string
  locale: string
  /** The same for one file in all languages, as `home.json`. */
  name: string
  /** `null` where the file is not JSON. A value that is neither text nor a group stays as it is, for the law to refuse. */
  messages: ReadonlyMap<string, unknown> | null
}

const PLACE = /^lib\/i18n\/messages\/([^/]+)\/(.+\.json)$/

/** Reads the message files; what lies elsewhere under the folder has no language and is skipped. */
export function readMessages(files: readonly SourceFile[]): MessageFile[] {
  return files.flatMap(({ path, source }) => {
    const [, locale, name] = PLACE.exec(path) ?? []
    if (locale === undefined || name === undefined) return []
    return [{ path, locale, name, messages: parseMessages(source) }]
  })
}

function parseMessages(source: string): Map<string, unknown> | null {
  try {
    return new Map(flatten(JSON.parse(source), ''))
  } catch {
    return null
  }
}

function flatten(value: unknown, key: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[key, value]]
  return Object.entries(value).flatMap(([part, inner]) =>
    flatten(inner, key === '' ? part : `${key}.${part}`),
  )
}
