import type { Pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { ComposedLetter, DueLetter, WrittenLetter } from '#lib/domain/letter.ts'
import { narrowestText, tellsTooMuch } from '#lib/domain/letter-wording.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { letterText, letterValues } from '#lib/format/letter-text.ts'
import { readWordings } from './store.ts'

type Ready = Extract<ComposedLetter, { readonly state: 'ready' }>

/**
 * Puts a letter into words: those of the narrowest place in force, else those of the house. Words that name what this
 * letter does not have, or tell what a quiet service must not tell, are passed over: better ours than a wrong word.
 */
export async function writeLetter(
  pool: Pool,
  message: DueLetter,
  letter: Ready,
  by: { readonly key: string; readonly now: Date },
): Promise<WrittenLetter> {
  const { locale, event } = message
  const { facts, to, path } = letter
  const values = letterValues(locale, facts)
  const house = letterText(locale, facts, to.medium)
  const wordings = path.length > 0 ? await readWordings(pool, facts.kind, shanghaiToday(by.now)) : []
  const wording = narrowestText(wordings, path)?.text[locale]
  const anew = wording && letterText(locale, facts, to.medium, wording)
  const isQuiet = facts.service !== undefined && SERVICE_FACTS[facts.service].mood === 'quiet'
  const isFit = anew && !(isQuiet && tellsTooMuch(`${anew.subject} ${anew.text}`))
  return {
    key: by.key,
    messageId: message.id,
    medium: to.medium,
    address: to.address,
    event,
    locale,
    ...(isFit ? anew : house),
    fields: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
  }
}
