import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type ClockTime, clockTimeOf, minutesOf, shanghaiClock } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'

/** The offices whose desk is at work when the demo begins. */
export const DESK_OFFICES = ['guangming', 'anji'] as const

/** The lanes whose day is told here, and by nobody else. */
export const DESK_LANES = ['marriage', 'divorce'] as const

/** What has become of a couple by now. */
type Fate =
  | 'registered'
  | 'not-accepted'
  | 'serving'
  | 'called'
  | 'waiting'
  | 'green'
  | 'one-here'
  | 'expected'

/** A couple of the day: so many minutes from the quarter of an hour that is now. */
export interface DeskStory {
  readonly minutes: number
  readonly service: Extract<Service, 'MARRIAGE' | 'DIVORCE_APPLICATION'>
  readonly fate: Fate
}

const marriage = (minutes: number, fate: Fate): DeskStory => ({ minutes, service: 'MARRIAGE', fate })
const divorce = (minutes: number, fate: Fate): DeskStory => ({
  minutes,
  service: 'DIVORCE_APPLICATION',
  fate,
})

export const DESK_STORIES: readonly DeskStory[] = [
  marriage(-60, 'registered'),
  marriage(-60, 'registered'),
  marriage(-45, 'not-accepted'),
  // Late, and nobody knows why.
  marriage(-30, 'expected'),
  marriage(-30, 'serving'),
  divorce(-30, 'serving'),
  marriage(-15, 'called'),
  marriage(0, 'one-here'),
  marriage(0, 'waiting'),
  marriage(15, 'green'),
  marriage(15, 'waiting'),
  divorce(30, 'waiting'),
  marriage(45, 'expected'),
  marriage(60, 'expected'),
  divorce(90, 'expected'),
  marriage(90, 'expected'),
]

const LAST = 23 * 60 + 45

/** The hours for which the desk is open around now, whatever day and time it is: nobody wants an empty demo on a Sunday. */
export function deskHours(now: Date): {
  readonly date: CalendarDate
  readonly opens: ClockTime
  readonly closes: ClockTime
} {
  const { date, time } = shanghaiClock(now)
  const at = minutesOf(time)
  const half = at - (at % 30)
  return {
    date,
    opens: clockTimeOf(Math.max(0, half - 90)),
    closes: clockTimeOf(Math.min(LAST, half + 180)),
  }
}

/** When a couple's time begins; undefined where that would be another day. */
export function storyTime(story: DeskStory, now: Date): ClockTime | undefined {
  const grid = story.service === 'MARRIAGE' ? 15 : 30
  const at = minutesOf(shanghaiClock(now).time)
  const start = at - (at % grid) + story.minutes
  return start >= 0 && start < LAST ? clockTimeOf(start) : undefined
}
