import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { writeCalendarFile } from '#lib/booking/write-calendar-file.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { tellsTooMuch } from '#lib/domain/letter-wording.ts'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { SERVICE_FACTS, SERVICES } from '#lib/domain/service.ts'
import { caseEntries } from '#lib/format/case-calendar.ts'
import { translator } from '#lib/i18n/translator.ts'

// What stays in histories, lists of windows, folders and calendars for others to see. The pages themselves are looked at
// in tests/e2e/every-page.spec.ts.

const CASE = {
  uid: 'case',
  deadlines: {
    coolingOffEnd: calendarDate('2026-12-23'),
    certWindowStart: calendarDate('2026-12-24'),
    firstServiceDay: calendarDate('2026-12-24'),
    certWindowEnd: calendarDate('2027-01-22'),
  },
  provisional: true,
  sequence: 0,
  cancelled: false,
  now: new Date('2026-11-22T02:00:00Z'),
}

describe('nothing tells which service it is about, in', () => {
  test('the addresses of pages and the names of files for the public', () => {
    const names = globSync(['app/**', 'public/**'])
    expect(names.length).toBeGreaterThan(50)
    expect(names.filter((name) => tellsTooMuch(name))).toEqual([])
  })

  test('the words of services in addresses', () => {
    expect(
      SERVICES.map((service) => SERVICE_FACTS[service].slug).filter((slug) => tellsTooMuch(slug)),
    ).toEqual([])
  })

  test('the names of downloads', () => {
    const sources = globSync(['app/**/*.{ts,tsx}', 'lib/**/*.ts', 'components/**/*.tsx'], {
      exclude: ['lib/db/generated/**'],
    })
    const named = sources.flatMap((file) =>
      Array.from(
        readFileSync(file, 'utf8').matchAll(/filename\*?=\\?["']?([^"'`;]+)|\bdownload=[{"'`]+([^"'`}]+)/g),
        ([, header, attribute]) => `${file}: ${header ?? attribute}`,
      ),
    )
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((line) => tellsTooMuch(line.slice(line.indexOf(':'))))).toEqual([])
  })

  test('what an installed page is called', () => {
    const manifests = globSync(['app/**/manifest*', 'public/**/*manifest*', 'app/**/*manifest*/*'])
    const texts = manifests.filter((file) => /\.(ts|json|webmanifest)$/.test(file))
    expect(texts.filter((file) => tellsTooMuch(readFileSync(file, 'utf8')))).toEqual([])
  })

  test.each(LOCALES)('the neutral names and the calendar file in %s', (locale) => {
    const services = translator(locale, 'services')
    const say = translator(locale, 'appointment')
    const file = writeCalendarFile([
      {
        uid: '01890000-0000-7000-8000-000000000000',
        summary: say('calendar.summary'),
        description: say('calendar.description', { code: '7K3Q9-M2X4T' }),
        location: '',
        date: calendarDate('2026-12-01'),
        hours: { start: '09:00', end: '09:30' },
        cancelled: false,
        sequence: 0,
        now: new Date('2026-11-22T02:00:00Z'),
      },
      ...caseEntries(locale, CASE),
    ])
    expect(file).toContain('DTSTART;VALUE=DATE:20261223\r\nDTEND;VALUE=DATE:20261224')
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(4)
    const neutral = SERVICES.filter((service) => SERVICE_FACTS[service].mood === 'quiet').map((service) =>
      services(`${service}.neutral`),
    )
    const titles = [say('title'), say('lookUp.title'), translator(locale, 'common')('title')]
    expect([...neutral, ...titles, file].filter((text) => tellsTooMuch(text))).toEqual([])
  })
})
