import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#lib/env.ts'
import type { ChannelKey } from './channels.ts'
import { DEMO_PEOPLE } from './demo-people.ts'
import type { StaffKey } from './plant-staff.ts'

/**
 * Writes demo.json, with which people and programs find their way into the demo world. Only its owner may read it: the
 * keys and passwords stand nowhere else.
 */
export async function writeDemoFile(
  channelKeys: readonly ChannelKey[],
  staff: readonly StaffKey[],
): Promise<void> {
  const content = {
    baseUrl: env.publicUrl,
    channelKeys,
    staff,
    identities: DEMO_PEOPLE.map(({ name, documentType, documentNumber, phone }) => ({
      name,
      documentType,
      documentNumber,
      phone,
    })),
  }
  await mkdir(env.dataDir, { recursive: true })
  const path = join(env.dataDir, 'demo.json')
  await writeFile(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
}
