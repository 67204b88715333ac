import { expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { Checklist, ChecklistItem } from '#lib/domain/checklist.ts'
import { decideTicks, missingNotice, tickLines } from '#lib/domain/materials-tick.ts'

const text = (word: string) => ({ 'zh-CN': word, 'zh-Hant': word, en: word })
const item = (code: string, shared: boolean, core: boolean): ChecklistItem => ({
  code,
  name: text(code),
  kind: 'original',
  copies: 0,
  core,
  shared,
  source: 'a law',
})
const items = [item('ID', false, true), item('PHOTO', true, false)]
const LIST: Checklist = {
  service: 'MARRIAGE',
  on: calendarDate('2026-12-01'),
  ruleSet: { id: 'rules', validFrom: calendarDate('2025-05-10'), source: text('a law') },
  perParty: [
    { partyType: 'MAINLAND', items },
    { partyType: 'HKMT', items },
  ] as Checklist['perParty'],
  notNeeded: [],
}

test('what both bring together is one line, what each brings is a line for each', () => {
  expect(tickLines(LIST).map(({ key, role }) => [key, role])).toEqual([
    ['PHOTO', undefined],
    ['1:ID', 1],
    ['2:ID', 2],
  ])
})

test('nothing is ticked that the list does not have, nothing is both seen and missing', () => {
  expect(decideTicks(LIST, { seen: ['ID'], missing: [] })).toMatchObject({ errors: [{ reason: 'unknown' }] })
  expect(decideTicks(LIST, { seen: ['1:ID'], missing: ['1:ID'] })).toMatchObject({
    errors: [{ reason: 'seen-and-missing' }],
  })
  expect(decideTicks(LIST, { seen: ['1:ID', '1:ID'], missing: ['PHOTO'] })).toEqual({
    ok: true,
    value: { ruleSetId: 'rules', seen: ['1:ID'], missing: ['PHOTO'] },
  })
})

test('the notice tells everything missing at once, and whether it can wait', () => {
  const by = calendarDate('2026-12-30')
  const ticked = (missing: string[]) => ({ ruleSetId: 'rules', seen: [], missing })
  expect(missingNotice(LIST, ticked([]), by)).toBeUndefined()
  expect(missingNotice(LIST, ticked(['PHOTO']), by)).toMatchObject({
    hasCore: false,
    by,
    lines: [{ key: 'PHOTO' }],
  })
  const notice = missingNotice(LIST, ticked(['2:ID', 'PHOTO']), undefined)
  expect(notice?.lines.map(({ key }) => key)).toEqual(['PHOTO', '2:ID'])
  expect(notice?.hasCore).toBe(true)
})
