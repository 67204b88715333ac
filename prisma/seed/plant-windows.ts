import { type Connection, insertRows } from './insert-rows.ts'
import { OFFICES } from './offices/all-offices.ts'
import type { OfficePlan } from './offices/office-plan.ts'

/** Plants the windows of the offices: each lane has as many as its fullest hours need, named 1, 2, 3 … through the hall. */
export async function plantWindows(connection: Connection): Promise<void> {
  await insertRows(connection, 'desk_window', OFFICES.flatMap(windowRows))
}

function windowRows(office: OfficePlan): Record<string, unknown>[] {
  const services = office.lanes.flatMap((lane) => {
    const windows = Math.max(0, ...lane.rules.map((rule) => rule.windows))
    return Array.from({ length: windows }, () => lane.services)
  })
  return services.map((list, position) => ({
    office_id: office.id,
    name: String(position + 1),
    services: list,
    position,
    open: true,
  }))
}
