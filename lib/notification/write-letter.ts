import type { Pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { ComposedLetter, DueLetter, WrittenLetter } from '#lib/domain/letter.ts'
import {
  fillTemplate,
  type LetterValues,
  narrowestTemplate,
  tellsTooMuch,
} from '#lib/domain/letter-template.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { letterText, letterValues } from '#lib/format/letter-text.ts'
import { readTemplates } from './store.ts'

type Ready = Extract<ComposedLetter, { readonly state: 'ready' }>

/**
 * Puts a letter into words: those of the narrowest template in force, else those of the house. A template that names
 * what no letter has, or tells what a quiet service must not tell, is passed over: better our words than a wrong word.
 */
export async function writeLetter(
  pool: Pool,
  message: DueLetter,
  letter: Ready,
  by: { readonly key: string; readonly now: Date },
): Promise<WrittenLetter> {
  const { locale, event } = message
  const { facts, to } = letter
  const values = letterValues(locale, facts)
  const own = letterText(locale, facts, to.medium)
  const asked = { message, path: letter.path, medium: to.medium, values, now: by.now }
  const templated = letter.path.length > 0 ? await fromTemplate(pool, asked) : undefined
  const isQuiet = facts.service !== undefined && SERVICE_FACTS[facts.service].mood === 'quiet'
  const isFit = templated && !(isQuiet && tellsTooMuch(`${templated.subject ?? ''} ${templated.text}`))
  const words = isFit ? { subject: templated.subject ?? own.subject, text: templated.text } : own
  return {
    key: by.key,
    messageId: message.id,
    medium: to.medium,
    address: to.address,
    event,
    locale,
    ...words,
    fields: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
  }
}

async function fromTemplate(
  pool: Pool,
  asked: {
    readonly message: DueLetter
    readonly path: readonly Scope[]
    readonly medium: string
    readonly values: LetterValues
    readonly now: Date
  },
): Promise<{ subject: string | undefined; text: string } | undefined> {
  const { event, role, locale } = asked.message
  const on = shanghaiToday(asked.now)
  const templates = await readTemplates(pool, { event, role, locale, medium: asked.medium, on })
  const template = narrowestTemplate(templates, asked.path)
  const text = template && fillTemplate(template.body, asked.values)
  if (!text) return undefined
  return { text, subject: template.subject ? fillTemplate(template.subject, asked.values) : undefined }
}
