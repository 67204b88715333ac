import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { guardCell, openCell } from '#lib/domain/csv-cell.ts'
import { FACILITIES } from '#lib/domain/facility.ts'
import type { OfficeFacts } from '#lib/domain/judge-office.ts'
import { judgeLines } from '#lib/domain/office-lines.ts'
import { type OfficeRecord, type OfficeSheet, sheetOf } from '#lib/domain/office-record.ts'
import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import { OFFICE_TIERS, SERVICE_MODES } from '#lib/domain/place.ts'
import { readOfficeSheet } from '#lib/domain/read-office-sheet.ts'
import { SERVICES } from '#lib/domain/service.ts'

const word = fc
  .string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'=+-@\'",;：，区縣 aZ1é中𠮷') })
  .map((text) => `x${text}x`)
const lines = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'))
const three = (text: fc.Arbitrary<string>) =>
  fc.record({ 'zh-CN': text, 'zh-Hant': text, en: text }, { noNullPrototype: true })

const office: fc.Arbitrary<OfficeRecord> = fc.record(
  {
    id: fc.stringMatching(/^[a-z][a-z0-9-]{2,20}[a-z0-9]$/),
    regionCode: fc.constant('510104'),
    parentId: fc.constant(undefined),
    tier: fc.constantFrom(...OFFICE_TIERS),
    name: three(word),
    address: three(word),
    transit: fc.option(three(word), { nil: undefined }),
    lat: fc.double({ min: 18, max: 53, noNaN: true }).map((value) => Number(value.toFixed(6))),
    lng: fc.double({ min: 74, max: 135, noNaN: true }).map((value) => Number(value.toFixed(6))),
    phone: fc.constantFrom('028-00000301', '+86 28 00000301', '12345'),
    hours: three(word),
    services: fc
      .subarray([...SERVICES])
      .chain((some) =>
        fc.tuple(
          ...some.map((service) => fc.constantFrom(...SERVICE_MODES).map((mode) => ({ service, mode }))),
        ),
      ),
    accepts: fc.subarray([...PARTY_TYPES]),
    facilities: fc.subarray([...FACILITIES]),
    onlineBooking: fc.boolean(),
    instead: three(lines),
    announcement: fc.option(three(lines), { nil: undefined }),
    closedOn: fc.option(fc.constant(calendarDate('2027-01-01')), { nil: undefined }),
  },
  { noNullPrototype: true },
)

const FACTS: OfficeFacts = {
  levelOf: (code) => (({ '510000': 'province', '510100': 'city', '510104': 'county' }) as const)[code],
  tierOf: () => undefined,
  handed: [],
  may: () => true,
  lastBooked: () => undefined,
  today: calendarDate('2026-11-22'),
}

const example: OfficeRecord = {
  id: 'jinjiang-new',
  regionCode: '510104',
  parentId: undefined,
  tier: 'centre',
  name: { 'zh-CN': '新登记处', 'zh-Hant': '新登記處', en: 'New office' },
  address: { 'zh-CN': '示例路 1 号', 'zh-Hant': '示例路 1 號', en: '1 Example Road' },
  transit: undefined,
  lat: 30.66,
  lng: 104.06,
  phone: '028-00000399',
  hours: { 'zh-CN': '9-17', 'zh-Hant': '9-17', en: '9-17' },
  services: [{ service: 'MARRIAGE', mode: 'register' }],
  accepts: ['MAINLAND'],
  facilities: [],
  onlineBooking: true,
  instead: undefined,
  announcement: undefined,
  closedOn: undefined,
}
const known = new Map([[example.id, { record: example, version: 1 }]])
const judge = (change: Partial<OfficeSheet>, facts: Partial<OfficeFacts> = {}) => {
  const [verdict] = judgeLines([{ line: 2, sheet: { ...sheetOf(example), ...change } }], known, {
    ...FACTS,
    ...facts,
  })
  return verdict
}

describe('an office as a line of a file', () => {
  test('comes back as it went out', () => {
    fc.assert(
      fc.property(fc.array(office, { maxLength: 4 }), (offices) => {
        expect(offices.map((one) => readOfficeSheet(sheetOf(one), FACTS))).toEqual(
          offices.map((value) => ({ ok: true, value })),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('is never a formula for a spreadsheet, and whatever it was comes back', () => {
    expect(guardCell('=HYPERLINK("http://example.org")')).toMatch(/^'=/)
    expect(guardCell('＝1+1')).toMatch(/^'/)
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."'=+-@\t＝a1".split('')) }), (text) => {
        expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u)
        expect(openCell(guardCell(text))).toBe(text)
      }),
    )
  })

  test('is new, changed or the same', () => {
    expect(judge({})).toMatchObject({ kind: 'unchanged', changes: {} })
    expect(judge({ phone: '028-00000398' })).toMatchObject({
      kind: 'changed',
      changes: { phone: ['028-00000399', '028-00000398'] },
    })
    expect(judge({ id: 'another-one' })).toMatchObject({ kind: 'new' })
  })

  test.each<[Partial<OfficeSheet>, string, string]>([
    [{ id: 'Nicht gut', name_en: '' }, 'id', 'office-id'],
    [{ region: '519999' }, 'region', 'region-unknown'],
    [{ region: '510000' }, 'region', 'region-too-wide'],
    [{ region: '510100' }, 'region', 'region-stays'],
    [{ tier: 'palace' }, 'tier', 'unknown'],
    [{ parent: 'jinjiang-new' }, 'parent', 'parent-not-above'],
    [{ parent: 'nobody' }, 'parent', 'unknown-office'],
    [{ name_en: ' ' }, 'name_en', 'required'],
    [{ name_zh_cn: 'a\nb' }, 'name_zh_cn', 'odd-characters'],
    [{ latitude: '35.6', longitude: '139.7' }, 'longitude', 'outside-china'],
    [{ latitude: '104.06', longitude: '30.66' }, 'latitude', 'outside-china'],
    [{ latitude: '30,66' }, 'latitude', 'degrees'],
    [{ phone: 'call us' }, 'phone', 'office-phone'],
    [{ phone: '' }, 'phone', 'required'],
    [{ services: 'WEDDING:register' }, 'services', 'unknown-service'],
    [{ services: 'MARRIAGE:all' }, 'services', 'unknown-mode'],
    [{ services: 'MARRIAGE:advice;MARRIAGE:register' }, 'services', 'given-twice'],
    [{ accepts: 'MARTIAN' }, 'accepts', 'unknown'],
    [{ online_booking: '是' }, 'online_booking', 'unknown'],
    [{ online_booking: 'no' }, 'instead_zh_cn', 'instead-needed'],
    [{ instead_en: 'Phone us.' }, 'instead_zh_cn', 'original-needed'],
    [{ closed_on: '2026-02-30' }, 'closed_on', 'date'],
    [{ closed_on: '2026-11-01' }, 'closed_on', 'day-is-over'],
    [{ announcement_zh_cn: '长'.repeat(601) }, 'announcement_zh_cn', 'too-long'],
  ])('%o is refused at %s: %s', (change, path, reason) => {
    expect(judge(change)).toMatchObject({ kind: 'refused' })
    expect(judge(change)?.errors).toContainEqual({ path, reason })
  })

  test('stands in a file once, and may belong to one that comes with it', () => {
    const centre = sheetOf({ ...example, id: 'new-centre' })
    const street = sheetOf({ ...example, id: 'new-street', tier: 'street', parentId: 'new-centre' })
    const judged = judgeLines(
      [
        { line: 2, sheet: street },
        { line: 3, sheet: centre },
        { line: 4, sheet: sheetOf(example) },
        { line: 5, sheet: sheetOf(example) },
        { line: 6, fault: { path: 'file', reason: 'odd-quotes' } },
      ],
      known,
      FACTS,
    )
    expect(judged.map(({ kind }) => kind)).toEqual(['new', 'new', 'refused', 'refused', 'refused'])
    expect(judged[3]?.errors).toEqual([{ path: 'id', reason: 'id-twice' }])
  })

  test('is changed in what it is and does only by those who found offices', () => {
    const may: OfficeFacts['may'] = (act) => act === 'edit-office'
    expect(judge({ hours_zh_cn: '10-16' }, { may })).toMatchObject({ kind: 'changed' })
    expect(judge({ services: '', accepts: '' }, { may })?.errors).toEqual([
      { path: 'services', reason: 'not-in-role' },
      { path: 'accepts', reason: 'not-in-role' },
    ])
    expect(judge({ id: 'another-one' }, { may })).toMatchObject({ kind: 'refused' })
    expect(judge({}, { may: () => false })).toMatchObject({ kind: 'refused' })
  })

  test('keeps no old address in the languages for which the Chinese one stood in', () => {
    const plain = { ...example, address: { 'zh-CN': '甲路', 'zh-Hant': '甲路', en: '1 A Road' } }
    const offices = new Map([[plain.id, { record: plain, version: 1 }]])
    const sheet = { ...sheetOf(plain), address_zh_cn: '乙路' }
    expect(judgeLines([{ line: 2, sheet }], offices, FACTS)[0]?.changes).toEqual({
      address_zh_cn: ['甲路', '乙路'],
      address_zh_hant: ['甲路', '乙路'],
    })
  })

  test('does not take away what couples are booked for', () => {
    const lastBooked: OfficeFacts['lastBooked'] = () => calendarDate('2026-12-10')
    expect(judge({ services: 'MARRIAGE:advice' }, { lastBooked })?.errors).toEqual([
      { path: 'services', reason: 'couples-booked-for-it' },
    ])
    expect(judge({ closed_on: '2026-12-10' }, { lastBooked })?.errors).toEqual([
      { path: 'closed_on', reason: 'couples-booked-then' },
    ])
    expect(judge({ closed_on: '2026-12-11' }, { lastBooked })).toMatchObject({ kind: 'changed' })
  })
})
