import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { detailText } from '#lib/format/trail-detail.ts'
import { actText, whoText } from '#lib/format/trail-text.ts'

const ACT = /'([a-z]+(?:-[a-z]+)+)'/g

/** Every act that the code puts on the record: in calls, in objects and tables of acts, and in SQL. */
function gatherActs(source: string): string[] {
  if (!/writeEntry|entryOf|noteView|noteLook|audit_entry|act: '/.test(source)) return []
  const calls = [...source.matchAll(/\bentryOf\(/g)].map(({ index }) => balanced(source, index + 7))
  const fields = [...source.matchAll(/\bact:([^\n,}]+)/g)].map(([, value]) => value ?? '')
  const tables = [...source.matchAll(/\bACTS\b[^=\n]*=\s*[{[]([^}\]]*)/g)].map(([, values]) => values ?? '')
  const inserts = [...source.matchAll(/insert into audit_entry[^`]*?(?=\n\s*\),|\n\)|`)/gi)].map(([sql]) =>
    sql.replace(/WHEN '[^']*'/g, ''),
  )
  return [...calls, ...fields, ...tables, ...inserts].flatMap((text) =>
    [...text.replace(/[!=]== '[^']*'|(?<=[{,]\s*)'[^']*'\s*:/g, '').matchAll(ACT)].map(
      ([, act]) => act ?? '',
    ),
  )
}

function balanced(source: string, from: number): string {
  let depth = 0
  for (let index = from; index < source.length; index += 1) {
    if (source[index] === '(') depth += 1
    if (source[index] === ')') depth -= 1
    if (depth === 0) return source.slice(from, index)
  }
  return source.slice(from)
}

const acts = new Set(
  globSync('lib/**/*.ts', { exclude: ['lib/db/generated/**'] }).flatMap((file) =>
    gatherActs(readFileSync(file, 'utf8')),
  ),
)

describe('what was done, in words', () => {
  test('the acts are found where they are written', () => {
    for (const act of ['appointment-booked', 'appointment-expired', 'appointment-cancelled', 'signed-in']) {
      expect([...acts]).toContain(act)
    }
    expect(gatherActs(`writeEntry(client, { act: 'one-act', subjectKind: 'no-act' })`)).toEqual(['one-act'])
    expect(gatherActs(`writeEntry(client, entryOf(by, one, was === 'no-act' ? 'one-act' : two))`)).toEqual([
      'one-act',
    ])
    expect(gatherActs(`entryOf(wish, one, keeps ? 'first-act' : 'second-act')`)).toEqual([
      'first-act',
      'second-act',
    ])
  })

  test.each(LOCALES.flatMap((locale) => [...acts].sort().map((act) => [locale, act] as const)))(
    '%s says %s',
    (locale, act) => {
      expect(actText(locale, act), `add “trail.act.${act}” to mine.json`).not.toBe(actText(locale, 'unknown'))
    },
  )

  test('an act without words is honestly something else', () => {
    expect(actText('zh-CN', 'never-heard-of')).toBe(actText('zh-CN', 'unknown'))
    expect(actText('zh-CN', 'constructor')).toBe(actText('zh-CN', 'unknown'))
  })

  test('a channel is called by its name, a clerk is the office', () => {
    expect(whoText('zh-CN', { who: 'channel', name: '小程序' })).toBe('小程序')
    expect(whoText('zh-CN', { who: 'channel' })).not.toContain('{')
    expect(whoText('zh-CN', { who: 'channel', name: '小程序', forWhom: 'you' })).toBe('小程序（替您）')
    expect(whoText('zh-CN', { who: 'staff' })).toBe('登记处')
  })
})

describe('the facts of an entry, in words', () => {
  test.each(LOCALES)('%s says codes of roles, services, reasons, outcomes and days', (locale) => {
    for (const [detail, code] of [
      [{ role: 'city-admin' }, 'city-admin'],
      [{ service: 'DIVORCE_APPLICATION' }, 'DIVORCE'],
      [{ reason: 'check-document' }, 'check-document'],
      [{ reason: 'came-from-afar' }, 'came-from-afar'],
      [{ outcome: 'not-accepted', rejection: 'papers-missing' }, '-'],
      [{ kind: 'bulk-cancel', choice: 'storm' }, 'storm'],
      [{ scope: 'region', wide: true }, 'true'],
      [{ days: ['2026-11-25'] }, '2026-11-25'],
      [{ purpose: 'reset-totp' }, 'reset-totp'],
    ] as const)
      expect(detailText(locale, detail)).not.toContain(code)
  })

  test('a rule is told with its name and unit, a change with before and after', () => {
    expect(detailText('en', { key: 'horizonDays', value: 30 })).toBe(
      'what: How far ahead one can book · now: 30 days',
    )
    expect(detailText('en', { changed: { phone: [null, '0'] } })).toBe('changed: Telephone nothing → 0')
    expect(detailText('zh-CN', { markedAt: '2026-11-25T01:00:00.000Z' })).toContain('11月25日 09:00')
  })

  test('what nobody has words for is told as it is kept', () => {
    expect(detailText('en', { strange: 'constructor', role: 1 })).toBe(
      'strange: constructor · which of the two: the first',
    )
    expect(detailText('en', null)).toBe('')
  })
})
