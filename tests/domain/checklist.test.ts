import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { type ChecklistItem, checklistFor, forTheCouple, ruleSetOn } from '#lib/domain/checklist.ts'
import { LOCALES, type LocalizedText } from '#lib/domain/localized-text.ts'
import { PARTY_TYPES, type PartyType } from '#lib/domain/party-type.ts'
import { SERVICES, type Service } from '#lib/domain/service.ts'
import { CHECKLIST_RULE_SETS } from '#prisma/seed/checklists/rule-sets.ts'
import { casesOf } from '#tests/support/vectors.ts'

const today = calendarDate('2026-11-22')
const SERVICE_NAMES: Readonly<Record<string, Service>> = {
  DIVORCE_APPLY: 'DIVORCE_APPLICATION',
  DIVORCE_CERT: 'DIVORCE_CERTIFICATE',
}

const listOf = (service: string, partyType: PartyType, on: string) => {
  const name = SERVICE_NAMES[service] ?? (service as Service)
  const checklist = checklistFor(CHECKLIST_RULE_SETS, name, [partyType], calendarDate(on))
  const codes = checklist?.perParty[0]?.items.map((item) => item.code) ?? []
  return { codes, notNeeded: checklist?.notNeeded.map((item) => item.code) ?? [] }
}

describe('what to bring, by the worked cases of the law', () => {
  interface Input {
    readonly service: string
    readonly partyType: PartyType
    readonly on: string
  }
  interface Expected {
    readonly required: readonly string[]
    readonly mustNotRequire: readonly string[]
  }

  test.each(casesOf<Input, Expected>('materials'))('$id $title', ({ input, expected }) => {
    const { codes, notNeeded } = listOf(input.service, input.partyType, input.on)
    expect([...codes].sort()).toEqual([...expected.required].sort())
    expect(notNeeded).toEqual(expect.arrayContaining([...expected.mustNotRequire]))
  })
})

describe('the law of a day', () => {
  test.each(['MARRIAGE', 'DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE'])(
    '%s asked for the hukou booklet until 2025-05-09 and not since',
    (service) => {
      expect(listOf(service, 'MAINLAND', '2025-05-09').codes).toContain('HUKOU_BOOK')
      const since = listOf(service, 'MAINLAND', '2025-05-10')
      expect(since.codes).not.toContain('HUKOU_BOOK')
      expect(since.notNeeded).toContain('HUKOU_BOOK')
    },
  )

  test('before the Civil Code there is no list, rather than a guessed one', () => {
    expect(checklistFor(CHECKLIST_RULE_SETS, 'MARRIAGE', ['MAINLAND'], calendarDate('2020-12-31'))).toBe(
      undefined,
    )
  })

  test('no day between 2021 and today has two rule sets of one service', () => {
    for (const service of SERVICES) {
      for (const on of ['2021-01-01', '2025-05-09', '2025-05-10', '2026-11-22'].map(calendarDate)) {
        const inForce = CHECKLIST_RULE_SETS.filter(
          (rules) =>
            rules.service === service && rules.validFrom <= on && (!rules.validTo || on <= rules.validTo),
        )
        expect(inForce.length).toBeLessThanOrEqual(1)
      }
    }
  })

  test('every service has a list today, for every kind of party', () => {
    for (const service of SERVICES) {
      expect(Object.keys(ruleSetOn(CHECKLIST_RULE_SETS, service, today)?.perPartyType ?? {}).sort()).toEqual(
        [...PARTY_TYPES].sort(),
      )
    }
  })

  test('what is asked for is never also said not to be needed', () => {
    for (const rules of CHECKLIST_RULE_SETS) {
      const notNeeded = rules.notNeeded.map((item) => item.code)
      for (const items of Object.values(rules.perPartyType)) {
        expect(items.filter((item) => notNeeded.includes(item.code))).toEqual([])
      }
    }
  })
})

describe('who brings what', () => {
  test('a soldier brings the certificate of the unit, and no party of another kind does', () => {
    expect(listOf('MARRIAGE', 'MILITARY', '2026-12-01').codes).toContain('MILITARY_MARRIAGE_CERTIFICATE')
    for (const type of PARTY_TYPES.filter((one) => one !== 'MILITARY')) {
      expect(listOf('MARRIAGE', type, '2026-12-01').codes).not.toContain('MILITARY_MARRIAGE_CERTIFICATE')
    }
  })

  test('a resident permit serves as well as a travel permit only since the revision', () => {
    expect(listOf('MARRIAGE', 'HK_MACAU', '2025-05-09').codes).toContain('HK_MACAU_PERMIT')
    expect(listOf('MARRIAGE', 'HK_MACAU', '2025-05-10').codes).toContain(
      'HK_MACAU_PERMIT_OR_RESIDENCE_PERMIT',
    )
  })

  test.each(['HK_MACAU', 'TAIWAN', 'OVERSEAS_CHINESE', 'FOREIGN'] as const)(
    'a paper from outside the mainland says that it is valid for 6 months: %s',
    (type) => {
      const items = ruleSetOn(CHECKLIST_RULE_SETS, 'MARRIAGE', today)?.perPartyType[type] ?? []
      const notes = items.map((item) => item.note?.['zh-CN'] ?? '')
      expect(notes.filter((note) => note.includes('6 个月')).length).toBe(1)
    },
  )

  test('a mainland and a Taiwan party bring three joint photos together, not three each', () => {
    const checklist = checklistFor(CHECKLIST_RULE_SETS, 'MARRIAGE', ['MAINLAND', 'TAIWAN'], today)
    if (!checklist) throw new Error('no checklist')
    const couple = forTheCouple(checklist)
    expect(couple.shared.map((item) => [item.code, item.copies])).toEqual([['JOINT_PHOTO_2IN_x3', 3]])
    expect(couple.each.map((party) => party.partyType)).toEqual(['MAINLAND', 'TAIWAN'])
    expect(couple.each.flatMap((party) => party.items).filter((item) => item.shared)).toEqual([])
  })

  test('photos and a lost receipt never send anybody home; papers that prove who they are do', () => {
    const items = CHECKLIST_RULE_SETS.flatMap((rules) => Object.values(rules.perPartyType).flat())
    const deferrable = new Set(items.filter((item) => !item.core).map((item) => item.code))
    expect([...deferrable].sort()).toEqual([
      'ARCHIVE_EVIDENCE',
      'DIVORCE_RECEIPT',
      'JOINT_PHOTO_2IN_x3',
      'SINGLE_PHOTO_2IN_x2',
    ])
  })
})

describe('the words', () => {
  const items: readonly ChecklistItem[] = CHECKLIST_RULE_SETS.flatMap((rules) =>
    Object.values(rules.perPartyType).flat(),
  )
  const texts: readonly LocalizedText[] = [
    ...items.flatMap((item) => (item.note ? [item.name, item.note] : [item.name])),
    ...CHECKLIST_RULE_SETS.flatMap((rules) => [rules.source, ...rules.notNeeded.map((item) => item.name)]),
  ]

  test('every text stands in all languages, and none of them in the wrong script', () => {
    for (const text of texts) {
      for (const locale of LOCALES) expect(text[locale].trim()).not.toBe('')
      expect(text['zh-Hant']).not.toMatch(/[证结离签记现请户张双无补亲关声时间]/)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('every item and every rule set names its source', () => {
    for (const item of items) expect(item.source.length).toBeGreaterThan(5)
  })

  test('under the former law no item rests on the revision of 2025', () => {
    const former = CHECKLIST_RULE_SETS.filter((rules) => rules.validTo !== undefined)
    const sources = former
      .flatMap((rules) => Object.values(rules.perPartyType).flat())
      .map((item) => item.source)
    expect(former.length).toBe(3)
    expect(sources.filter((source) => source.includes('2025'))).toEqual([])
  })
})
