import type { Endpoint } from './endpoint.ts'
import { confirm, decline } from './resources/agreement.ts'
import { appointment, book } from './resources/appointments.ts'
import { availability } from './resources/availability.ts'
import { cancel, move } from './resources/change.ts'
import { checklists } from './resources/checklists.ts'
import { deadlines } from './resources/deadlines.ts'
import { documents } from './resources/documents.ts'
import { eligibility } from './resources/eligibility.ts'
import { live, ready } from './resources/health.ts'
import { office, offices } from './resources/offices.ts'
import { ownAppointments, statistics } from './resources/own-appointments.ts'
import { regions } from './resources/regions.ts'
import { results } from './resources/results.ts'
import { services } from './resources/service-catalogue.ts'
import { voucherKeys } from './resources/voucher-keys.ts'
import { webhook, webhookDeliveries, webhookSetting, webhookTrial } from './resources/webhook.ts'

/** All that the API can do, in the order in which it is explained. */
export const ENDPOINTS: readonly Endpoint[] = [
  services,
  regions,
  offices,
  office,
  availability,
  checklists,
  eligibility,
  deadlines,
  book,
  appointment,
  confirm,
  decline,
  move,
  cancel,
  results,
  voucherKeys,
  ownAppointments,
  statistics,
  webhook,
  webhookSetting,
  webhookTrial,
  webhookDeliveries,
  live,
  ready,
  ...documents(() => ENDPOINTS),
]
