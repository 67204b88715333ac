import type { CalendarDate } from './calendar-date.ts'
import { missRate } from './forecast.ts'
import { type MissTable, rateOfBooking } from './miss-table.ts'
import { mostOverbooking, type OverbookingRisk } from './overbooking.ts'
import type { BookedHour, SpecialAhead } from './week-forecast.ts'

/** More couples than places come on no more than this share of the half days. */
const MOST_RISK = 0.05

/** Fewer appointments with a known end prove nothing: then nobody is advised to overbook. */
const ENOUGH_BOOKED = 100

/** The places of half a day. */
export interface HalfDayPlaces {
  readonly date: CalendarDate
  readonly isMorning: boolean
  readonly places: number
}

export interface HalfDayAdvice extends HalfDayPlaces {
  /** The share of the couples who stay away. */
  readonly rate: number
  readonly risk: OverbookingRisk
}

/**
 * How many places more could be given out on each half day within the accepted risk, for whom is booked there, and on a
 * special day with everybody coming. Nothing where too little is known.
 */
export function adviseOverbooking(
  places: readonly HalfDayPlaces[],
  known: {
    readonly misses: MissTable
    readonly booked: readonly BookedHour[]
    readonly specials: ReadonlyMap<CalendarDate, SpecialAhead>
  },
): HalfDayAdvice[] {
  const { misses, specials } = known
  if (misses.all.booked < ENOUGH_BOOKED) return []
  return places
    .filter((half) => half.places > 0)
    .map((half) => {
      const couples = known.booked.filter(
        ({ date, hour }) => date === half.date && hour < 12 === half.isMorning,
      )
      const count = couples.reduce((sum, { booked }) => sum + booked, 0)
      const away = couples.reduce((sum, one) => sum + one.booked * rateOfBooking(misses, one), 0)
      const usual = count > 0 ? away / count : missRate({ booked: 0, missed: 0 }, misses.all)
      const rate = specials.has(half.date) ? 0 : usual
      return { ...half, rate, risk: mostOverbooking(half.places, rate, MOST_RISK) }
    })
}
