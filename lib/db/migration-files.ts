import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm'

export const migrationsFolder = join(process.cwd(), 'prisma', 'migrations')

/** The schema as it stood after the last migration: what the next migration starts from. */
export const snapshotFile = join(migrationsFolder, 'schema.prisma')

const schemaFolder = join(process.cwd(), 'prisma', 'schema')

export type Migration = { name: string; sql: string; checksum: string }

/** The committed migrations in the order in which they apply. */
export async function listMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map(readMigration))
}

async function readMigration(name: string): Promise<Migration> {
  const sql = await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/** The same migrations in the shape that Prisma's engine asks for. */
export function asMigrationList(migrations: Migration[]): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/** The schema files as they are now, in the order of their names. */
export async function readSchema(): Promise<SchemasContainer> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith('.prisma')).sort()
  const files = await Promise.all(
    names.map(async (path) => ({ path, content: await readFile(join(schemaFolder, path), 'utf8') })),
  )
  return { files }
}

/** The schema after the last migration, or undefined before the first. */
export async function readSnapshot(): Promise<SchemasContainer | undefined> {
  const content = await readFile(snapshotFile, 'utf8').catch(() => undefined)
  return content === undefined ? undefined : { files: [{ path: 'schema.prisma', content }] }
}
