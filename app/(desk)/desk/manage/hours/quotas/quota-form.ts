import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { blankQuota, type TypedQuota } from '#lib/domain/quota-input.ts'
import { type Said, textOf } from '../../said.ts'

const MOST_QUOTAS = 20

/** The form as it was typed, with the limit that was added or taken out; undefined where nothing was sent yet. */
export function readQuotaForm(said: Said, today: CalendarDate): readonly TypedQuota[] | undefined {
  if (!said.has('count')) return undefined
  const text = textOf(said)
  const count = Math.min(MOST_QUOTAS, Number.parseInt(text('count'), 10) || 0)
  const act = text('do')
  const dropped = act.startsWith('drop.') ? Number(act.slice(5)) : -1
  const quotas = Array.from({ length: count }, (_, index) => readQuota(said, `quotas.${index}`))
  return [
    ...quotas.filter((_, index) => index !== dropped),
    ...(act === 'add' && count < MOST_QUOTAS ? [blankQuota(today)] : []),
  ]
}

function readQuota(said: Said, at: string): TypedQuota {
  const text = textOf(said)
  const one = (name: string) => text(`${at}.${name}`)
  const list = (name: string) => said.getAll(`${at}.${name}`).slice(0, 20)
  return {
    id: one('id'),
    name: one('name'),
    services: list('services'),
    laneIds: list('laneIds'),
    channelId: one('channelId'),
    period: one('period'),
    capacity: one('capacity'),
    weekdays: list('weekdays'),
    validFrom: one('validFrom'),
    validTo: one('validTo'),
  }
}
