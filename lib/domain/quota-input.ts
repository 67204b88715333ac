import { type CalendarDate, isCalendarDate } from './calendar-date.ts'
import { faultsOfChange } from './lane-fault.ts'
import { wholeOf, withFaults } from './lane-input.ts'
import { everywhere } from './localized-text.ts'
import { QUOTA_PERIODS, type Quota, type QuotaPeriod } from './quota.ts'
import type { RefusalDetail } from './refusal.ts'
import { isService } from './service.ts'

/** A limit as it stands in a form. */
export interface TypedQuota {
  /** Empty for a new one. */
  readonly id: string
  readonly name: string
  readonly services: readonly string[]
  readonly laneIds: readonly string[]
  readonly channelId: string
  readonly period: string
  readonly capacity: string
  readonly weekdays: readonly string[]
  readonly validFrom: string
  readonly validTo: string
}

/** The form of a limit as it is. */
export function typeQuota(quota: Quota): TypedQuota {
  return {
    id: quota.id,
    name: quota.name['zh-CN'],
    services: quota.services,
    laneIds: quota.laneIds,
    channelId: quota.channelId ?? '',
    period: quota.period,
    capacity: String(quota.capacity),
    weekdays: quota.weekdays.map(String),
    validFrom: quota.validFrom,
    validTo: quota.validTo ?? '',
  }
}

/** A limit that counts nothing yet. */
export function blankQuota(validFrom: CalendarDate): TypedQuota {
  const none = { id: '', name: '', services: [], laneIds: [], channelId: '', weekdays: [], validTo: '' }
  return { ...none, period: 'time', capacity: '', validFrom }
}

/** The limits that are meant, and everything that is wrong with them, field by field. `newId` names those that are new. */
export function readQuotas(
  typed: readonly TypedQuota[],
  {
    known,
    today,
    newId,
  }: { readonly known: readonly Quota[]; readonly today: CalendarDate; readonly newId: () => string },
): { readonly quotas: readonly Quota[]; readonly errors: readonly RefusalDetail[] } {
  const errors: RefusalDetail[] = []
  const quotas = typed.map((one, index) => {
    const dayOf = (field: 'validFrom' | 'validTo') => {
      const day = one[field].trim()
      if (isCalendarDate(day)) return day
      errors.push({ path: `quotas.${index}.${field}`, reason: day ? 'date' : 'required' })
      return today
    }
    const before = known.find(({ id }) => id === one.id)
    const name = one.name.trim()
    return {
      id: before?.id ?? newId(),
      // What was translated once stays translated as long as the name stays.
      name: before?.name['zh-CN'] === name ? before.name : everywhere(name),
      services: one.services.filter(isService),
      laneIds: one.laneIds,
      ...(one.channelId ? { channelId: one.channelId } : {}),
      period: isPeriod(one.period) ? one.period : 'time',
      capacity: wholeOf(one.capacity),
      weekdays: one.weekdays.map(wholeOf),
      validFrom: dayOf('validFrom'),
      ...(one.validTo.trim() ? { validTo: dayOf('validTo') } : {}),
    } satisfies Quota
  })
  return { quotas, errors: withFaults(errors, faultsOfChange({ kind: 'quotas', quotas }, today)) }
}

function isPeriod(text: string): text is QuotaPeriod {
  return (QUOTA_PERIODS as readonly string[]).includes(text)
}
