import type { DueDelivery } from './webhook.sql.ts'

/** What a channel is told of a change, the same letter by letter at every try: nothing about the people. */
export function writeNotice(delivery: DueDelivery): string {
  const { id, event, at, code, status, officeId, officeName, service, date, start, end } = delivery
  const office = { id: officeId, name: officeName }
  const appointment = { code, status, office, service, date, start, end }
  return JSON.stringify({ id, event, at: at.toISOString(), appointment })
}
