import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrationsFolder, readSchema, readSnapshot, snapshotFile } from '#lib/db/migration-files.ts'
import { schemaDifference } from '#lib/db/schema-difference.ts'

// `npm run migrate:new -- add_lanes`: writes prisma/migrations/<time>_add_lanes/migration.sql. CHECKs, partial and
// expression indexes are added to that file by hand: a Prisma schema cannot say them. `--by-hand` after the name
// writes an empty file when only such things change.
const [name = '', option] = process.argv.slice(2)
if (!/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
  console.error('Name the intention in snake_case: npm run migrate:new -- add_lanes')
  process.exit(1)
}

const schema = await readSchema()
const difference = await schemaDifference(await readSnapshot(), schema)
const sql = difference ?? (option === '--by-hand' ? '-- Written by hand.\n' : undefined)
if (sql === undefined) {
  console.log('The schema has not changed since the last migration.')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsFolder, `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql)
  await writeFile(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  await writeFile(snapshotFile, schema.files.map((file) => file.content).join('\n'))
  console.log(
    `Wrote ${join('prisma', 'migrations', `${stamp}_${name}`, 'migration.sql')}. Read it before you commit it.`,
  )
}
