import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Pool } from 'pg'

/**
 * Prisma's own schema engine as WebAssembly: the same migrations, the same `_prisma_migrations` table, without the
 * native engine that Prisma would have to download. Without a pool it can only compare schema texts.
 */
export async function createSchemaEngine(pool?: Pool): Promise<SchemaEngine> {
  await loadBindings()
  const factory = pool ? new WholeScriptAdapter(pool) : textOnlyFactory
  return bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

/**
 * The stock adapter cuts a script at every `;` and runs the pieces one by one. That breaks function bodies, and a
 * process killed half-way leaves half a migration behind. Sent as one query, PostgreSQL runs it as one transaction.
 */
class WholeScriptAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script)
    }
    return adapter
  }
}

// The engine insists on a database even to compare two texts; this one has nothing in it and keeps nothing.
const textOnlyAdapter: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'text-only',
  queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  startTransaction: () => Promise.reject(new Error('This engine only compares texts.')),
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => {},
}

const textOnlyFactory: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'text-only',
  connect: async () => textOnlyAdapter,
  connectToShadowDb: async () => textOnlyAdapter,
}

let loaded: Promise<void> | undefined

// All engines share one instance: a second one would pull the memory from under the first.
function loadBindings(): Promise<void> {
  loaded ??= instantiate()
  return loaded
}

// The package is made for bundlers that import .wasm files; Node is given the instance by hand.
async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const source = await readFile(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(source, {
    './schema_engine_bg.js': { ...bindings, ...impatientTimers() },
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

// The engine never clears the ten seconds it allows itself for a lock; they must not hold a finished process back.
function impatientTimers(): WebAssembly.ModuleImports {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'))
  const set = (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref()
  return Object.fromEntries(names.map((name) => [name, set]))
}
