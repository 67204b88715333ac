import type { AppointmentRecord } from './store.ts'
import { type AppointmentView, viewFor } from './view-for.ts'

/** The same for somebody who only knows code and document: nobody's phone. */
export function maskedView(record: AppointmentRecord): AppointmentView {
  return viewFor(record, undefined)
}
