import { describe, expect, test } from 'vitest'
import { FACILITIES } from '#lib/domain/facility.ts'
import { LOCALES, type LocalizedText } from '#lib/domain/localized-text.ts'
import { loadMessages } from '#lib/i18n/load-messages.ts'
import { OFFICES } from '#prisma/seed/offices/all-offices.ts'
import { POLICIES } from '#prisma/seed/policies.ts'
import { REGIONS } from '#prisma/seed/regions.ts'

describe('the offices of the demo world', () => {
  test('stand in regions that exist, after the offices they belong to', () => {
    const before = new Set<string>()
    for (const office of OFFICES) {
      expect(REGIONS.find((region) => region.code === office.region)?.level).toBe('county')
      if (office.parent) expect(before).toContain(office.parent)
      expect(before).not.toContain(office.id)
      before.add(office.id)
    }
  })

  test('lie in China, with phone numbers and addresses that cannot be real', () => {
    for (const { at, phone, address, tier } of OFFICES) {
      expect(at.lat > 18 && at.lat < 54 && at.lng > 73 && at.lng < 136).toBe(true)
      expect(phone).toMatch(/^0\d{2,3}-0{4,5}\d{3}$/)
      if (tier !== 'mobile') expect(address['zh-CN']).toMatch(/示例/)
    }
  })

  test('every facility has words in all languages, and no words are left over', () => {
    for (const locale of LOCALES) {
      expect(Object.keys(loadMessages(locale).facilities ?? {}).sort()).toEqual([...FACILITIES].sort())
    }
  })

  test('every text stands in all languages, each in its own script', () => {
    const texts: LocalizedText[] = OFFICES.flatMap((office) =>
      [
        office.name,
        office.address,
        office.hours,
        office.transit,
        office.instead,
        office.announcement,
        ...office.lanes.map((lane) => lane.name),
        ...(office.closures ?? []).map((closure) => closure.reason),
      ].filter((text) => text !== undefined),
    )
    for (const text of [...texts, ...REGIONS.map((region) => region.name)]) {
      for (const locale of LOCALES) expect(text[locale].trim()).not.toBe('')
      expect(text['zh-Hant']).not.toMatch(/[证结离记预约处务县号铁钟补领]/)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('places with rules of their own exist', () => {
    const known = new Set([
      'CN',
      ...REGIONS.map((region) => region.code),
      ...OFFICES.map((office) => office.id),
    ])
    expect(POLICIES.filter((policy) => !known.has(policy.scopeId))).toEqual([])
  })
})
