import type { ClockTime } from '#lib/domain/clock.ts'
import type { Facility } from '#lib/domain/facility.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Coordinates, OfficeTier, ServiceMode } from '#lib/domain/place.ts'
import type { Service } from '#lib/domain/service.ts'

export interface RulePlan {
  readonly weekdays: readonly number[]
  readonly opens: ClockTime
  readonly closes: ClockTime
  readonly windows: number
  readonly publicPercent: number
  readonly worksOnRestDay?: boolean
}

export interface LanePlan {
  /** Within the office; the lane's own id is made of both. */
  readonly word: string
  readonly name: LocalizedText
  readonly services: readonly Service[]
  readonly slotMinutes: number
  readonly rules: readonly RulePlan[]
  /** Which of the coming open days are booked out, or all but: 0 is the first one from tomorrow. */
  readonly fullDays?: readonly number[]
  readonly nearlyFullDays?: readonly number[]
}

interface ClosurePlan {
  /** How many days from today the closure begins, and how long it lasts. */
  readonly inDays: number
  readonly lastsDays: number
  readonly lane?: string
  readonly reason: LocalizedText
}

/** A Saturday on which a lane serves, the first one so many days from today. */
interface ServiceSaturday {
  readonly inDays: number
  readonly lane: string
  readonly opens: ClockTime
  readonly closes: ClockTime
  readonly windows: number
  readonly publicPercent: number
  readonly reason: LocalizedText
}

export interface OfficePlan {
  readonly id: string
  readonly region: string
  readonly parent?: string
  readonly tier: OfficeTier
  readonly name: LocalizedText
  readonly address: LocalizedText
  readonly transit?: LocalizedText
  readonly at: Coordinates
  readonly phone: string
  readonly hours: LocalizedText
  readonly accepts: readonly PartyType[]
  readonly facilities: readonly Facility[]
  /** What to do where there is no online booking; an office that has it leaves this out. */
  readonly instead?: LocalizedText
  readonly announcement?: LocalizedText
  readonly services: Readonly<Partial<Record<Service, ServiceMode>>>
  readonly lanes: readonly LanePlan[]
  readonly closures?: readonly ClosurePlan[]
  readonly serviceSaturdays?: readonly ServiceSaturday[]
}
