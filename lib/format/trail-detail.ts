import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { type PolicyValue, partsOfKey } from '#lib/domain/policy-key.ts'
import { loadMessages, type Messages } from '#lib/i18n/load-messages.ts'
import { translator } from '#lib/i18n/translator.ts'
import { dayText, instantText } from './dates.ts'
import { policyKeyText, policyValueText } from './policy-text.ts'

type Detail = Readonly<Record<string, unknown>>

/** Where the codes that a fact may hold have their words; `*` is the code. The first that knows it says it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  role: ['staff.role.*'],
  service: ['services.*.name'],
  services: ['services.*.name'],
  outcome: ['desk.outcomes.*'],
  end: ['desk.outcomes.*'],
  rejection: ['desk.rejections.*'],
  reason: [
    'counter.reveal.reasons.*',
    'audit.reason.*',
    'front.green.opening.*',
    'change.cancel.reasons.*',
    'refusals.field.*',
  ],
  because: ['refusals.field.*'],
  kind: ['approvals.kind.*', 'changes.what.*', 'hall.devices.kinds.*', 'channels.kind.*'],
  choice: ['changes.choice.*.title'],
  events: ['channels.webhook.event.*'],
  scopes: ['channels.scope.*'],
}

/** Facts whose value belongs to the rule that is named beside them. */
const OF_RULE: readonly string[] = ['value', 'before', 'after']

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/

/** The facts that an entry of the record keeps, in words; what has none is told as it is kept. */
export function detailText(locale: Locale, detail: Detail | null): string {
  return factsText(locale, detail ?? {}, ' · ')
}

function factsText(locale: Locale, detail: Detail, between: string): string {
  const pair = translator(locale, 'audit')
  const rule = typeof detail.key === 'string' && partsOfKey(detail.key) ? detail.key : undefined
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([fact, value]) =>
      pair('pair', {
        fact: nameOf(locale, fact, value),
        value:
          rule && fact === 'key'
            ? policyKeyText(locale, rule)
            : rule && OF_RULE.includes(fact) && typeof value !== 'object'
              ? policyValueText(locale, rule, value as PolicyValue)
              : valueText(locale, fact, value),
      }),
    )
    .join(between)
}

/** What a fact is called: of which of the two it is, and the role of a colleague, are two things under one name. */
function nameOf(locale: Locale, fact: string, value: unknown): string {
  const name = fact === 'role' && typeof value === 'string' ? 'staffRole' : fact
  return wordAt(locale, `audit.fact.${name}`) ?? wordAt(locale, `places.column.${name}`) ?? fact
}

const betweenOf = (locale: Locale) => translator(locale, 'audit')('between')

function valueText(locale: Locale, fact: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => valueText(locale, fact, one)).join(betweenOf(locale))
  if (typeof value === 'object' && value !== null) {
    if (locale in value) return String((value as Detail)[locale])
    return fact === 'changed'
      ? changesText(locale, value as Detail)
      : factsText(locale, value as Detail, betweenOf(locale))
  }
  if (value === null || value === undefined || value === '') return translator(locale, 'audit')('nothing')
  const text = String(value)
  const word = [`audit.value.${fact}.*`, ...(WORDS[fact] ?? []), 'audit.value.any.*']
    .map((path) =>
      wordAt(
        locale,
        path.replace('*', () => text),
      ),
    )
    .find((one) => one !== undefined)
  if (word) return word
  if (isCalendarDate(text)) return dayText(locale, text, 'plain')
  if (INSTANT.test(text)) return instantText(locale, new Date(text))
  return shortId(text)
}

/** What it was, and what it is. */
function changesText(locale: Locale, changed: Detail): string {
  const t = translator(locale, 'audit')
  return Object.entries(changed)
    .map(([fact, value]) => {
      const [before, after] = Array.isArray(value) ? value : [undefined, value]
      return t('changed', {
        fact: nameOf(locale, fact, after),
        before: valueText(locale, fact, before),
        after: valueText(locale, fact, after),
      })
    })
    .join(betweenOf(locale))
}

/** Enough of an id to tell two apart on a page; the export has them whole. */
export function shortId(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? id.slice(-8) : id
}

// A code may hold dots and the names of what every object has; only what stands in the file under it is a word.
function wordAt(locale: Locale, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<Messages | string | undefined>(
      (group, key) => (typeof group === 'object' && Object.hasOwn(group, key) ? group[key] : undefined),
      loadMessages(locale),
    )
  return typeof found === 'string' && !found.includes('{') ? found : undefined
}
