import { Pool } from 'pg'
import { readRecord } from '#lib/db/embedded-record.ts'
import { addressOf } from '#lib/db/embedded-start.ts'

/** The database of the server under test, for what no page can do: fill a slot, let time pass. */
export async function openDatabase(dataDir: string): Promise<Pool> {
  const record = await readRecord(dataDir)
  if (!record?.port) throw new Error(`there is no embedded database in ${dataDir}`)
  return new Pool({ connectionString: addressOf(record.port, record.password, 'yueding'), max: 2 })
}
