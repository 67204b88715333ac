import { type PlantedFault, plant } from './planted-fault.ts'

const MINT = 'an actor is minted in two places only'
const ZOD = 'zod stays out of the browser'
const DOOR = 'public doors are in app/**/actions.ts'
const CLIENT = 'app/(couple)/a/form.tsx'

/** Forged authority, heavy baggage for the browser, hidden public doors. */
export const TRUST_FAULTS: readonly PlantedFault[] = [
  plant(
    MINT,
    'a page',
    'app/page.tsx',
    `import { mintActor } from '#lib/domain/actor.ts'\nmintActor('a')`,
    'only lib/edge/actor.ts and',
  ),
  plant(
    MINT,
    'under another name',
    'lib/edge/a.ts',
    `export { mintActor as a } from '#lib/domain/actor.ts'`,
    'can mint an actor',
  ),
  plant(
    MINT,
    'with everything else',
    'lib/edge/a.ts',
    `import * as actor from '#lib/domain/actor.ts'\nactor.mintActor('a')`,
    'single names',
  ),
  plant(MINT, 'by a barrel', 'lib/domain/all.ts', `export * from './actor.ts'`, 'can mint an actor'),
  plant(
    MINT,
    'on demand',
    'lib/api/a.ts',
    `export const a = () => import('#lib/domain/actor.ts')`,
    'can mint an actor',
  ),
  {
    law: ZOD,
    what: 'through a schema',
    files: [
      {
        path: 'components/office/form.tsx',
        source: `'use client'\nimport { officeSchema } from '#lib/office/schema.ts'\nexport const a = officeSchema`,
      },
    ],
    says: 'components/office/form.tsx → lib/office/schema.ts → zod',
  },
  {
    law: ZOD,
    what: 'two steps away, with inline types only',
    files: [
      { path: CLIENT, source: `'use client'\nimport { fields } from './fields.ts'\nexport const a = fields` },
      {
        path: 'app/(couple)/a/fields.ts',
        source: `import { type Office } from '#lib/office/schema.ts'\nexport const fields: Office[] = []`,
      },
    ],
    says: 'fields.ts → lib/office/schema.ts → zod',
  },
  plant(
    DOOR,
    'a whole file',
    'app/(couple)/save.ts',
    `'use server'\nexport async function save() {}`,
    'belongs in an actions.ts',
  ),
  plant(
    DOOR,
    'inside a page',
    'app/page.tsx',
    `export default function P() { async function save() { 'use server' } return <form action={save} /> }`,
    'public door',
  ),
  plant(
    DOOR,
    'outside of app',
    'lib/edge/actions.ts',
    `'use server'\nexport async function save() {}`,
    'belongs in an actions.ts',
  ),
]
