import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'
import type { Module, Text } from '../reading/module.ts'

const CHINESE = /[\p{Script=Han}、。，；：？！（）《》「」]/u
const SENTENCE = /[。？！；]/u
const LETTER = /\p{L}/u

/**
 * What people read lies in the message files. So: no Chinese in code; in the domain Chinese words are data (keywords, names
 * in the calendar, titles of laws) but never sentences; and nothing is written straight into JSX in any language.
 */
export function findWrittenWords({ modules }: House): Finding[] {
  return modules.flatMap((module) =>
    module.texts
      .filter((text) => isForPeople(module, text))
      .map(({ text, line }) => ({
        path: module.path,
        line,
        sentence: `says “${[...text].slice(0, 20).join('')}” itself: what people read belongs in lib/i18n/messages/<locale>/, in three languages.`,
      })),
  )
}

function isForPeople({ path }: Module, { text, kind }: Text): boolean {
  if (path.startsWith('lib/domain/')) return SENTENCE.test(text)
  if (path.startsWith('lib/')) return CHINESE.test(text)
  if (!/^(app|components)\//.test(path)) return false
  return kind === 'string' ? CHINESE.test(text) : LETTER.test(text)
}
