import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What we remember about the embedded database beside its data: the password, and the port it had last. */
export type EmbeddedRecord = { password: string; port?: number }

/** Reads the record; undefined when there is none or it is damaged. */
export async function readRecord(dataDir: string): Promise<EmbeddedRecord | undefined> {
  try {
    const { password, port } = JSON.parse(await readFile(recordFile(dataDir), 'utf8'))
    if (typeof password !== 'string' || password.length < 20) return undefined
    return Number.isInteger(port) ? { password, port } : { password }
  } catch {
    return undefined
  }
}

/**
 * Makes a record with a new password. When two processes do it at once the first wins and both return the same,
 * because a link, unlike a write, refuses to replace.
 */
export async function createRecord(dataDir: string): Promise<EmbeddedRecord> {
  const half = await writeHalf(dataDir, { password: randomBytes(24).toString('base64url') })
  await link(half, recordFile(dataDir)).catch(() => undefined)
  const winner = await readRecord(dataDir)
  if (!winner) await rename(half, recordFile(dataDir))
  else await rm(half, { force: true })
  return winner ?? createRecord(dataDir)
}

/** Remembers the port, so that the next start finds the same address free and keeps it. */
export async function rememberPort(dataDir: string, record: EmbeddedRecord, port: number): Promise<void> {
  if (record.port === port) return
  await rename(await writeHalf(dataDir, { ...record, port }), recordFile(dataDir))
}

const recordFile = (dataDir: string) => join(dataDir, 'database.json')

async function writeHalf(dataDir: string, record: EmbeddedRecord): Promise<string> {
  const half = `${recordFile(dataDir)}.half-${process.pid}`
  await writeFile(half, JSON.stringify(record), { mode: 0o600 })
  return half
}
