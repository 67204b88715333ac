import { type PlantedFault, plant } from './planted-fault.ts'

const FOLDER = 'a capability folder holds three kinds of file'
const VERB = 'a verb file exports the function it is named for'
const NAME = 'names say what is inside'
const NOW = 'now is an argument'
const PURE = 'the domain is pure'
const SHOWN = 'only lib/format shows dates and numbers'

/** Rooms that do not exist, kinds of file that do not exist, names that say nothing, and the countable habits. */
export const HABIT_FAULTS: readonly PlantedFault[] = [
  plant(
    'every file can be parsed',
    'a bracket is missing',
    'lib/jobs/a.ts',
    'export const a = (',
    'cannot be parsed',
  ),
  plant(
    'every file is in a room',
    'a new folder in lib',
    'lib/payment/pay-fee.ts',
    '',
    'a new verb in the capability it serves',
  ),
  plant('every file is in a room', 'a file loose in lib', 'lib/cache.ts', '', 'is in no room'),
  plant('every file is in a room', 'a folder of scripts', 'scripts/clean.ts', '', 'the rooms are server.ts'),
  plant(
    'every file is in a room',
    'components of nothing',
    'components/shared/card.tsx',
    '',
    'one folder per capability',
  ),
  plant('every file is in a room', 'code beside the schema', 'prisma/extend.ts', '', 'only in seed/'),
  plant(FOLDER, 'one word', 'lib/booking/queue.ts', '', 'verb-noun.ts'),
  plant(FOLDER, 'a component', 'lib/booking/show-slot.tsx', '', 'belongs in components/booking'),
  plant(
    FOLDER,
    'a folder within',
    'lib/booking/claims/claim-seat.ts',
    'export function claimSeat() {}',
    'no folders within',
  ),
  plant(FOLDER, 'a test beside the verb', 'lib/booking/book-it.test.ts', '', 'tests/integration/booking'),
  plant(
    VERB,
    'nothing of its name',
    'lib/booking/cancel-appointment.ts',
    'export function cancel() {}',
    'cancelAppointment',
  ),
  plant(
    VERB,
    'only a value of its name',
    'lib/booking/cancel-appointment.ts',
    'export const cancelAppointment = 1',
    'must export',
  ),
  plant(
    VERB,
    'only a type of its name',
    'lib/booking/keep-it.ts',
    'export type keepIt = () => void',
    'function keepIt',
  ),
  plant(
    VERB,
    'two verbs',
    'lib/booking/cancel-appointment.ts',
    'export function cancelAppointment() {}\nexport const moveAppointment = () => 1',
    'its own file (move-appointment.ts)',
  ),
  ...['utils', 'helpers', 'services', 'types', 'constants', 'index'].map((drawer) =>
    plant(NAME, `a drawer called ${drawer}`, `lib/domain/${drawer}.ts`, '', 'name it for what it does'),
  ),
  plant(NAME, 'a folder of helpers', 'lib/format/helpers/pad.ts', '', 'fits anything'),
  plant(NAME, 'camel case', 'components/booking/SlotPicker.tsx', '', 'not in kebab-case (SlotPicker)'),
  plant(NAME, 'plain JavaScript', 'lib/domain/calendar.js', '', 'write it in TypeScript'),
  plant(
    'no file is over 250 lines',
    'line 251',
    'lib/domain/long.ts',
    'export {}\n'.repeat(251),
    'has 251 lines',
  ),
  plant(
    NOW,
    'a rule asks what time it is',
    'lib/domain/a.ts',
    'export const a = () => new Date()',
    'new Date()',
  ),
  plant(
    NOW,
    'without brackets',
    'lib/domain/a.ts',
    'export const a = () => new Date',
    'take now as an argument',
  ),
  plant(
    NOW,
    'a default argument',
    'lib/booking/expire-hold.ts',
    'export function expireHold(now = Date.now) { return now }',
    'Date.now',
  ),
  plant(NOW, 'a component', 'components/booking/a.tsx', 'export const a = globalThis.Date.now()', 'Date.now'),
  plant(NOW, 'a text of the clock', 'lib/booking/store.ts', 'export const a = Date()', 'Date()'),
  plant(
    NOW,
    'a zoned clock',
    'lib/domain/a.ts',
    `import { TZDate } from '@date-fns/tz'\nexport const a = new TZDate()`,
    'new TZDate()',
  ),
  plant(
    NOW,
    'the library asks',
    'lib/domain/a.ts',
    `import { isPast } from 'date-fns'\nexport const a = isPast`,
    'isPast',
  ),
  plant(PURE, 'the environment', 'lib/domain/a.ts', 'export const a = process.env.A', 'uses process'),
  plant(PURE, 'the network', 'lib/domain/a.ts', `export const a = () => fetch('/')`, 'uses fetch'),
  plant(PURE, 'chance', 'lib/domain/a.ts', 'export const a = () => Math.random()', 'uses Math.random'),
  plant(
    SHOWN,
    'a day in a page',
    'app/page.tsx',
    'export const a = (d: Date) => d.toLocaleDateString()',
    'belongs in lib/format',
  ),
  plant(
    SHOWN,
    'a number in a component',
    'components/ui/a.tsx',
    'export const a = (n: number) => n.toLocaleString()',
    'toLocaleString',
  ),
  plant(
    SHOWN,
    'a formatter in the API',
    'lib/api/a.ts',
    `export const a = new Intl.DateTimeFormat('en')`,
    'Intl.DateTimeFormat',
  ),
  plant(
    SHOWN,
    'a number format in a job',
    'lib/jobs/a.ts',
    `export const a = new Intl.NumberFormat('en')`,
    'Intl.NumberFormat',
  ),
  plant(
    SHOWN,
    'the library’s formatter',
    'app/page.tsx',
    `import { useFormatter } from 'next-intl'\nexport const a = useFormatter`,
    'useFormatter',
  ),
]
