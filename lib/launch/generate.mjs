import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const schemaFolder = join(root, 'prisma', 'schema')
const stampFile = join(root, 'lib', 'db', 'generated', '.generated-from')

/** What the generated client depends on: every schema file and the version of the generator. */
function fingerprint() {
  const hash = createHash('sha256')
  hash.update(readFileSync(join(root, 'node_modules', 'prisma', 'package.json')))
  for (const name of readdirSync(schemaFolder).sort()) {
    hash.update(`\0${name}\0`).update(readFileSync(join(schemaFolder, name)))
  }
  return hash.digest('hex')
}

/** Whether lib/db/generated was written from the schema as it is now. */
export function isGenerated() {
  return readStamp() === fingerprint()
}

/**
 * Writes the Prisma client into lib/db/generated, by the given Node. Throws with the generator's own words when it
 * fails.
 */
export function generateClient(node = process.execPath) {
  const wanted = fingerprint()
  // Prisma 7 fetches a schema engine from the network before it generates, although generating does not use it.
  // Any existing executable satisfies the check, so a machine without that host can still generate.
  const result = spawnSync(
    node,
    [
      join(root, 'node_modules', 'prisma', 'build', 'index.js'),
      'generate',
      '--config',
      'prisma/prisma.config.ts',
    ],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: node, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  )
  if (result.status !== 0) throw new Error(`${result.stdout ?? ''}${result.stderr ?? ''}`.trim())
  writeFileSync(stampFile, wanted)
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    if (!isGenerated()) generateClient()
    console.log('The database client is up to date.')
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
