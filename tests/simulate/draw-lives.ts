import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { chance } from '#prisma/seed/chance.ts'

/** What a couple has in mind; what the law lets them do is another matter. */
type Intent = 'withdraw' | 'withdraw-late' | 'issue' | 'issue-early' | 'stay-away'

/** One couple's year as it is drawn before it begins. */
export interface Life {
  readonly number: number
  readonly officeId: string
  readonly acceptedOn: CalendarDate
  readonly intent: Intent
  /** From 0 up to 1: how early or late in its period a couple does what it has in mind. */
  readonly when: number
}

const SHARES: readonly (readonly [Intent, number])[] = [
  ['withdraw', 0.25],
  ['withdraw-late', 0.05],
  ['issue', 0.45],
  ['issue-early', 0.05],
  ['stay-away', 0.2],
]

/** Draws the lives of so many couples over the working days of a year; the same ones for the same seed. */
export function drawLives(wish: {
  readonly seed: string
  readonly count: number
  readonly workdays: readonly CalendarDate[]
  readonly offices: readonly string[]
}): Life[] {
  const { seed, count, workdays, offices } = wish
  return Array.from({ length: count }, (_, number) => {
    const draw = (what: string) => chance(seed, number, what)
    const one = <Value>(from: readonly Value[], what: string): Value => {
      const drawn = from[Math.floor(draw(what) * from.length)]
      if (drawn === undefined) throw new Error(`there is nothing to draw as ${what}`)
      return drawn
    }
    const acceptedOn = one(workdays, 'day')
    return {
      number,
      officeId: one(offices, 'office'),
      acceptedOn,
      intent: intentOf(draw('intent')),
      when: draw('when'),
    }
  })
}

function intentOf(drawn: number): Intent {
  let left = drawn
  for (const [intent, share] of SHARES) {
    left -= share
    if (left < 0) return intent
  }
  return 'stay-away'
}
