import { describe, expect, test } from 'vitest'
import { CHAIN_BEGINNING, type ChainedEntry, entryText, headText } from '#lib/domain/audit-chain.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'

const ENTRY: ChainedEntry = {
  id: '9007199254740993',
  at: new Date('2026-11-20T02:00:00Z'),
  actorKind: 'staff',
  actorId: null,
  act: 'person-revealed',
  subjectKind: 'appointment',
  subjectId: 'a"b',
  officeId: 'guangming',
  detail: '{"role": 1, "reason": "核对"}',
}

describe('what is chained and signed', () => {
  // As docs/audit.md tells it: whoever verifies with other tools must come to the same bytes.
  test('an entry is a JSON array of nine, with every digit of its number and its detail as text', () => {
    expect(entryText(ENTRY)).toBe(
      '["9007199254740993","2026-11-20T02:00:00.000Z","staff",null,"person-revealed","appointment","a\\"b","guangming","{\\"role\\": 1, \\"reason\\": \\"核对\\"}"]',
    )
  })

  test('no two entries have the same text', () => {
    const changes: Partial<ChainedEntry>[] = [
      { id: '9007199254740992' },
      { at: new Date('2026-11-20T02:00:00.001Z') },
      { actorKind: 'person' },
      { actorId: '' },
      { act: 'person-reveale' },
      { subjectKind: 'case' },
      { subjectId: 'a' },
      { officeId: null },
      { detail: '{"role": 1.0, "reason": "核对"}' },
    ]
    const texts = changes.map((change) => entryText({ ...ENTRY, ...change }))
    expect(new Set([entryText(ENTRY), ...texts]).size).toBe(changes.length + 1)
  })

  test('a head names its day, its last entry, its place and its hash', () => {
    const head = { day: calendarDate('2026-11-20'), lastEntryId: '8', place: '7', hash: CHAIN_BEGINNING }
    expect(headText(head)).toBe(`["yueding-audit-head-1","2026-11-20","8","7","${'00'.repeat(32)}"]`)
  })
})
