import type { SchemasContainer } from '@prisma/schema-engine-wasm'
import { createSchemaEngine } from './schema-engine.ts'

/** The SQL that leads from one schema text to another, or undefined when they describe the same tables. */
export async function schemaDifference(
  from: SchemasContainer | undefined,
  to: SchemasContainer,
): Promise<string | undefined> {
  const engine = await createSchemaEngine()
  const { exitCode, stdout } = await engine.diff({
    from: from ? { tag: 'schemaDatamodel', ...from } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', ...to },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  return exitCode === 0 ? undefined : (stdout ?? undefined)
}
