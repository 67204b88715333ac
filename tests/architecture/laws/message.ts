import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'
import { type MessageFile, readMessages } from '../reading/read-messages.ts'
import { placeholdersOf } from './placeholders-of.ts'

const ORIGINAL = 'zh-CN'
const LOCALES = [ORIGINAL, 'zh-Hant', 'en']

/** The three languages have the same files. Before the first message there is nothing to compare. */
export function findMissingMessageFiles({ messages }: House): Finding[] {
  const files = readMessages(messages)
  const strangers = messages
    .filter(({ path }) => !files.some((file) => file.path === path && LOCALES.includes(file.locale)))
    .map(({ path }) => ({
      path,
      line: 1,
      sentence: `belongs to no language: messages lie in lib/i18n/messages/{${LOCALES.join(',')}}/<namespace>.json.`,
    }))
  const missing = files.flatMap(({ path, locale, name }) => {
    const first = files.find((file) => file.name === name)?.locale === locale
    const absent = LOCALES.filter((one) => !files.some((file) => file.name === name && file.locale === one))
    if (!first || absent.length === 0) return []
    return [{ path, line: 1, sentence: `has no counterpart in ${absent.join(', ')}: add it there.` }]
  })
  return [...strangers, ...missing]
}

/** The same keys as the original, neither more nor fewer. */
export function findUnequalKeys({ messages }: House): Finding[] {
  return eachTranslation(messages, (original, translation) => {
    const missing = [...original.keys()].filter((key) => !translation.has(key))
    const surplus = [...translation.keys()].filter((key) => !original.has(key))
    return [
      ...missing.map((key) => `lacks “${key}”, which ${ORIGINAL} has: translate it.`),
      ...surplus.map((key) => `has “${key}”, which ${ORIGINAL} does not know: add it there or drop it here.`),
    ]
  })
}

/** The same placeholders as the original, so that no language shows a hole. */
export function findUnequalPlaceholders({ messages }: House): Finding[] {
  return eachTranslation(messages, (original, translation) =>
    [...translation].flatMap(([key, text]) => {
      const theirs = tryPlaceholders(original.get(key))
      const ours = tryPlaceholders(text)
      if (theirs === null || ours === null || theirs === ours) return []
      return [
        `“${key}” takes ${ours || 'nothing'}, in ${ORIGINAL} ${theirs || 'nothing'}: every language takes the same.`,
      ]
    }),
  )
}

/** Every message is a text that can be shown: not empty, and valid ICU. */
export function findUnreadableMessages({ messages }: House): Finding[] {
  return readMessages(messages).flatMap(({ path, messages: texts }) => {
    if (texts === null) return [{ path, line: 1, sentence: 'is not JSON.' }]
    return [...texts].flatMap(([key, text]) => {
      const sentence = unreadable(text)
      return sentence === null ? [] : [{ path, line: 1, sentence: `“${key}” ${sentence}` }]
    })
  })
}

function unreadable(text: unknown): string | null {
  if (typeof text !== 'string') return 'is neither a text nor a group of texts: write it as a text.'
  if (text.trim() === '') return 'is empty: write what people should read, or drop the key everywhere.'
  try {
    placeholdersOf(text)
    return null
  } catch (error) {
    return `is not an ICU message (${error instanceof Error ? error.message : error}): mend its braces or tags.`
  }
}

function tryPlaceholders(text: unknown): string | null {
  try {
    return typeof text === 'string' ? placeholdersOf(text).join(' ') : null
  } catch {
    return null // said by findUnreadableMessages
  }
}

type Messages = NonNullable<MessageFile['messages']>

function eachTranslation(
  sources: House['messages'],
  compare: (original: Messages, translation: Messages) => string[],
): Finding[] {
  const files = readMessages(sources)
  return files
    .filter(({ locale }) => locale !== ORIGINAL && LOCALES.includes(locale))
    .flatMap(({ path, name, messages }) => {
      const original = files.find((file) => file.name === name && file.locale === ORIGINAL)?.messages
      if (!original || !messages) return []
      return compare(original, messages).map((sentence) => ({ path, line: 1, sentence }))
    })
}
