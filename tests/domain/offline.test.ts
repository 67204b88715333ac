import { expect, test } from 'vitest'
import { endsOf, isLeftToComplete, judgeEnd, type OfflineEnd } from '#lib/domain/offline.ts'
import { SERVICES } from '#lib/domain/service.ts'
import type { TicketState } from '#lib/domain/ticket.ts'

const own = { actorId: 'me', isChanged: false }
const judge = (state: TicketState, end: OfflineEnd, change: Partial<typeof own> = {}, staffId = 'me') =>
  judgeEnd({ state, outcome: state === 'done' ? 'registered' : undefined, staffId }, end, {
    ...own,
    ...change,
  })

test('an end from a list without a network holds only where nobody has gone on without it', () => {
  for (const state of ['waiting', 'called', 'serving', 'parked', 'missed'] as const)
    expect(judge(state, 'registered'), state).toBe('go')
  expect(judge('waiting', 'left', { isChanged: true })).toBe('changed-meanwhile')
  expect(judge('serving', 'registered', {}, 'a colleague')).toBe('served-elsewhere')
  expect(judge('waiting', 'registered', {}, 'a colleague')).toBe('go')
  expect(judgeEnd(undefined, 'registered', own)).toBe('not-arrived')
  expect(judgeEnd(undefined, 'not-come', own)).toBe('go')
})

test('what ended so is there already; what ended otherwise stands', () => {
  expect(judge('done', 'registered', { isChanged: true })).toBe('already')
  expect(judge('done', 'not-accepted')).toBe('already-done')
  expect(judge('left', 'left', { isChanged: true })).toBe('already')
  expect(judge('left', 'registered')).toBe('already-left')
})

test('only what moves a divorce case is left to the screen', () => {
  const left = SERVICES.flatMap((service) => endsOf(service).filter(isLeftToComplete))
  expect(left).toEqual(['application-accepted', 'certificate-issued', 'withdrawn'])
  for (const service of SERVICES) expect(endsOf(service)).toContain('left')
})
