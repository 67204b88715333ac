import { readSchema, readSnapshot } from '#lib/db/migration-files.ts'
import { schemaDifference } from '#lib/db/schema-difference.ts'

const missing = await schemaDifference(await readSnapshot(), await readSchema())
if (missing !== undefined) {
  console.error('The schema has changed without a migration. Run: npm run migrate:new -- <what_changes>\n')
  console.error(missing)
  process.exit(1)
}
console.log('Schema and migrations agree.')
