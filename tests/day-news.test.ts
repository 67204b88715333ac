import { expect, test } from 'vitest'
import type { DayLine } from '#components/desk/day-line.ts'
import { afterNews, newsSince } from '#components/desk/day-news.ts'

const line = (id: string, state = 'Not here'): DayLine => ({
  ...{ id, find: id, time: '09:00', number: '—', service: 'Marry', names: '—', marks: '', here: '—' },
  state,
})
const rest = { figures: [], time: '09:00', alarm: '' }

test('whoever heard nothing is told all of it, then only what differs', () => {
  const [one, two] = [
    [line('a'), line('b')],
    [line('a'), line('b', 'Waiting')],
  ]
  expect(newsSince(undefined, one)).toEqual({ lines: one, ids: ['a', 'b'] })
  expect(newsSince(one, two)).toEqual({ lines: [line('b', 'Waiting')] })
  expect(newsSince(one, [line('c'), line('a')])).toEqual({ lines: [line('c')], ids: ['c', 'a'] })
})

test('news make of the list that was heard the list that is, whoever comes and goes', () => {
  const lists = [[line('a')], [line('a'), line('b')], [line('b', 'Waiting'), line('c')], [], [line('c')]]
  let known = { at: 0, lines: [] as readonly DayLine[] }
  let heard: readonly DayLine[] | undefined
  for (const [index, now] of lists.entries()) {
    known = afterNews(known, { ...rest, at: index + 1, ...newsSince(heard, now) })
    heard = now
    expect(known.lines).toEqual(now)
  }
})

test('a list that was read later than the news stays as it is', () => {
  const known = { at: 5, lines: [line('a', 'At 3')] }
  expect(afterNews(known, { ...rest, at: 4, lines: [line('a')] })).toBe(known)
})
