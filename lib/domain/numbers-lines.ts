import {
  type DayCount,
  type DayTally,
  type Sums,
  spreadCount,
  sumByKey,
  sumByService,
  valueAt,
} from './day-sums.ts'
import type { Service } from './service.ts'

type Line<Count extends DayCount> = { readonly key: string } & Readonly<Record<Count, number>>

type Fill = Line<'places' | 'taken'>

type AppointmentStates = 'made' | 'attended' | 'missed' | 'cancelled' | 'unanswered'

/** What became of appointments; `unanswered`: the other of the two said no, or nothing. */
type AppointmentNumbers = Line<AppointmentStates | 'online' | 'channel' | 'counter'> & {
  /** Days between booking and visit, of those that both agreed to; null without any. */
  readonly leadMedian: number | null
  readonly leadLong: number | null
}

type ServiceNumbers = Omit<Line<AppointmentStates>, 'key'> & {
  readonly service: Service
  /** Of how many the papers were checked, and the minutes of that; null without any. */
  readonly checked: number
  readonly checkMedian: number | null
}

interface WaitNumbers {
  readonly key: string
  /** How many were called. */
  readonly called: number
  /** Minutes from the arrival, or from the appointed time of who came early, to the first call; null without any. */
  readonly waitMedian: number | null
  readonly waitLong: number | null
  /** How many were served to the end, and the minutes at the window without those put aside. */
  readonly served: number
  readonly handlingMedian: number | null
}

/**
 * The papers looked at at the window (初审): of how many visits, at how many all were there, and the minutes until they were
 * checked or what is missing was told; null without any.
 */
interface CheckNumbers {
  readonly key: string
  readonly checked: number
  readonly complete: number
  readonly checkMedian: number | null
  readonly checkLong: number | null
}

/** How many gave each level, 5 very satisfied … 1 very dissatisfied. */
type RatingNumbers = Line<'level5' | 'level4' | 'level3' | 'level2' | 'level1'>

/**
 * Marriages registered after an appointment, how many of them at the first visit, and on how many days all their couples
 * came; visits at which papers were missing, and how many of them had been told so at an earlier visit already.
 */
type ErrandNumbers = Line<'registered' | 'atFirstVisit' | 'marriageVisits' | 'told' | 'toldAgain'>

/** Divorce cases by how they ended, and on how many days the couples of the issued ones came, all added up. */
type CaseNumbers = Line<'issued' | 'withdrawn' | 'lapsed' | 'caseVisits'>

/** The numbers of a period in lines: one per part of a place, and one of all together, whose key is empty. */
export interface NumbersLines {
  readonly fill: readonly Fill[]
  readonly appointments: readonly AppointmentNumbers[]
  readonly services: readonly ServiceNumbers[]
  readonly waits: readonly WaitNumbers[]
  readonly checks: readonly CheckNumbers[]
  readonly ratings: readonly RatingNumbers[]
  readonly errands: readonly ErrandNumbers[]
  readonly cases: readonly CaseNumbers[]
}

/** Makes the lines of the numbers of what was counted. A part without anything to count has no line. */
export function numbersLines(tallies: readonly DayTally[]): NumbersLines {
  const sums = sumByKey(tallies)
  return {
    fill: sums.map(({ key, counts: { places, taken } }) => ({ key, places, taken })),
    appointments: sums.filter(({ counts }) => counts.made > 0).map(appointmentLine),
    services: sumByService(tallies)
      .filter(({ sums: { counts } }) => counts.made > 0)
      .map(({ service, sums }) => {
        const { checked, checkMedian } = checkLine(sums)
        return { service, ...statesOf(sums.counts), checked, checkMedian }
      }),
    waits: sums.map(waitLine),
    checks: sums.map(checkLine),
    ratings: sums.map(({ key, counts: { level5, level4, level3, level2, level1 } }) => ({
      ...{ key, level5, level4, level3, level2, level1 },
    })),
    errands: sums.map(({ key, counts: { registered, atFirstVisit, marriageVisits, told, toldAgain } }) => ({
      ...{ key, registered, atFirstVisit, marriageVisits, told, toldAgain },
    })),
    cases: sums.map(({ key, counts: { issued, withdrawn, lapsed, caseVisits } }) => ({
      ...{ key, issued, withdrawn, lapsed, caseVisits },
    })),
  }
}

function statesOf({ made, attended, missed, cancelled, unanswered }: Sums['counts']) {
  return { made, attended, missed, cancelled, unanswered }
}

function appointmentLine({ key, counts, spreads: { leadDays } }: Sums): AppointmentNumbers {
  const { online, channel, counter } = counts
  const leads = { leadMedian: valueAt(leadDays, 0.5), leadLong: valueAt(leadDays, 0.9) }
  return { key, ...statesOf(counts), online, channel, counter, ...leads }
}

function waitLine({ key, spreads: { waitMinutes, handlingMinutes } }: Sums): WaitNumbers {
  return {
    key,
    called: spreadCount(waitMinutes),
    waitMedian: valueAt(waitMinutes, 0.5),
    waitLong: valueAt(waitMinutes, 0.9),
    served: spreadCount(handlingMinutes),
    handlingMedian: valueAt(handlingMinutes, 0.5),
  }
}

function checkLine({ key, counts: { papersComplete }, spreads: { checkMinutes } }: Sums): CheckNumbers {
  return {
    key,
    checked: spreadCount(checkMinutes),
    complete: papersComplete,
    checkMedian: valueAt(checkMinutes, 0.5),
    checkLong: valueAt(checkMinutes, 0.9),
  }
}
