import type { DayLine } from './day-line.ts'

/** What the day says above its list: a figure and its name. */
export type DayFigure = readonly [name: string, value: string]

/** What has changed in the list of the day since a screen last heard of it. */
export interface DayNews {
  /** When the day was read, in milliseconds; a list that was read later knows of this already. */
  readonly at: number
  readonly lines: readonly DayLine[]
  /** All rows in their order, where that has changed. */
  readonly ids?: readonly string[]
  readonly figures: readonly DayFigure[]
  /** The hour of the reading, as a clock shows it. */
  readonly time: string
  /** Changes with every call for help. */
  readonly alarm: string
}

/** The list as one reading gave it. */
export interface KnownDay {
  readonly at: number
  readonly lines: readonly DayLine[]
}

/** The list after the news; news from before it change nothing. */
export function afterNews(known: KnownDay, news: DayNews): KnownDay {
  if (news.at < known.at) return known
  const byId = new Map([...known.lines, ...news.lines].map((line) => [line.id, line]))
  const ids = news.ids ?? known.lines.map(({ id }) => id)
  return { at: news.at, lines: ids.flatMap((id) => byId.get(id) ?? []) }
}

type Difference = Pick<DayNews, 'lines' | 'ids'>

const told = new WeakMap<readonly DayLine[], WeakMap<readonly DayLine[], Difference>>()

/**
 * What to tell somebody who has heard all of the list before; everything to those who heard nothing yet. Many screens
 * heard the same lists: what differs between two of them is found once.
 */
export function newsSince(heard: readonly DayLine[] | undefined, now: readonly DayLine[]): Difference {
  if (!heard) return { lines: now, ids: now.map(({ id }) => id) }
  const known = told.get(heard) ?? new WeakMap<readonly DayLine[], Difference>()
  told.set(heard, known)
  const news = known.get(now) ?? difference(heard, now)
  known.set(now, news)
  return news
}

function difference(heard: readonly DayLine[], now: readonly DayLine[]): Difference {
  const before = new Map(heard.map((line) => [line.id, JSON.stringify(line)]))
  const lines = now.filter((line) => before.get(line.id) !== JSON.stringify(line))
  const isInPlace = heard.length === now.length && heard.every(({ id }, index) => id === now[index]?.id)
  return isInPlace ? { lines } : { lines, ids: now.map(({ id }) => id) }
}
