import { type PlantedFault, plant } from './planted-fault.ts'

const LAW = 'a room imports only the rooms of its row'

/** One step out of every inner room into one where it has no business. */
export const INSIDE_FAULTS: readonly PlantedFault[] = [
  plant(
    LAW,
    'a rule asks the database',
    'lib/domain/eligibility.ts',
    `import { db } from '#lib/db/client.ts'`,
    'A rule takes facts as arguments',
  ),
  plant(
    LAW,
    'a rule logs',
    'lib/domain/eligibility.ts',
    `import { log } from '#lib/log.ts'`,
    'lib/domain may not use lib/log.ts',
  ),
  plant(
    LAW,
    'a rule takes only a type from a schema',
    'lib/domain/eligibility.ts',
    `import type { Office } from '#lib/office/schema.ts'`,
    'lib/domain may not use schema',
  ),
  plant(
    LAW,
    'a rule names a type of another room without an import statement',
    'lib/domain/eligibility.ts',
    `export type Office = import('#lib/office/schema.ts').Office`,
    'lib/domain may not use schema',
  ),
  plant(
    LAW,
    'a schema looks something up',
    'lib/booking/schema.ts',
    `import { findOffice } from '#lib/office/find-office.ts'`,
    'a check that needs facts belongs in the verb',
  ),
  plant(
    LAW,
    'a store calls a verb',
    'lib/booking/store.ts',
    `import { findOffice } from '#lib/office/find-office.ts'`,
    'what puts rooms together in a verb beside the store',
  ),
  plant(
    LAW,
    'a verb takes the client instead of a transaction',
    'lib/booking/cancel-appointment.ts',
    `import { db } from '#lib/db/client.ts'
export async function cancelAppointment() { return db }`,
    'a query belongs in its store.ts',
  ),
  plant(
    LAW,
    'a verb takes a row type of the generated client',
    'lib/booking/cancel-appointment.ts',
    `import type { Slot } from '#lib/db/generated/client.ts'
export async function cancelAppointment(slot: Slot) { return slot }`,
    'verb may not use generated client',
  ),
  plant(
    LAW,
    'a rule reads the environment',
    'lib/domain/booking-policy.ts',
    `import { env } from '#lib/env.ts'
export const horizon = () => env`,
    'A rule takes facts as arguments',
  ),
  plant(
    LAW,
    'a verb loads an edge on demand',
    'lib/booking/cancel-appointment.ts',
    `export async function cancelAppointment() { return import('#lib/edge/actor.ts') }`,
    'which call the verb',
  ),
  plant(
    LAW,
    'the demo identity service reads the environment',
    'lib/identity/demo-provider/accounts.ts',
    `import { env } from '#lib/env.ts'`,
    'server.ts hands over the settings',
  ),
  plant(
    LAW,
    'a verb leans on the demo identity service',
    'lib/identity/sign-out.ts',
    `import { provider } from './demo-provider/provider.ts'
export function signOut() { return provider }`,
    'verb may not use demo provider',
  ),
  plant(
    LAW,
    'the environment logs',
    'lib/env.ts',
    `import { db } from '#lib/db/client.ts'`,
    'lib/env.ts may not use lib/db',
  ),
  plant(
    LAW,
    'the log writes to the database',
    'lib/log.ts',
    `import { db } from '#lib/db/client.ts'`,
    'lib/log.ts may not',
  ),
  plant(
    LAW,
    'the database knows a rule of the product',
    'lib/db/client.ts',
    `import { nextDay } from '#lib/domain/calendar-date.ts'`,
    'lib/db knows connections, not the product',
  ),
  plant(
    LAW,
    'the handle calls a verb',
    'lib/db/pool.ts',
    `export * from '#lib/office/find-office.ts'`,
    'The handle is only held here',
  ),
  plant(
    LAW,
    'the transaction calls a verb',
    'lib/db/transaction.ts',
    `export * from '#lib/office/find-office.ts'`,
    'what happens inside a transaction belongs in a verb',
  ),
  plant(
    LAW,
    'the generated client reaches back',
    'lib/db/generated/client.ts',
    `import { log } from '#lib/env.ts'`,
    'change prisma/schema',
  ),
]
