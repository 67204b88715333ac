import type { Pool } from 'pg'
import { openJson } from '#lib/identity/open-json.ts'
import type { LooseLetter } from '#lib/identity/seal-letter.ts'
import { takeKeys } from './take-keys.ts'

/** The six digits that were sent last to this address, as the messenger reads them. */
export async function readCode(database: Pool, address: string): Promise<string> {
  takeKeys()
  const { rows } = await database.query<{ sealed: Buffer }>(
    "SELECT sealed FROM outbox_message WHERE event = 'code' ORDER BY id DESC LIMIT 20",
  )
  const letters = rows.map(({ sealed }) => openJson<LooseLetter>('letter', sealed))
  const letter = letters.find(({ to }) => 'address' in to && to.address === address)
  if (!letter?.digits) throw new Error('no code was sent there')
  return letter.digits
}
