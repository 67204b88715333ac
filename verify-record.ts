import { loadAuditKeys } from '#lib/audit/load-audit-keys.ts'
import { readPublicKey } from '#lib/audit/read-public-key.ts'
import { verifyChain } from '#lib/audit/verify-chain.ts'
import { setDatabaseAddress } from '#lib/db/address.ts'
import { closeConnections } from '#lib/db/close-connections.ts'
import { startEmbeddedServer } from '#lib/db/embedded-server.ts'
import { pool } from '#lib/db/pool.ts'
import type { ChainFault } from '#lib/domain/audit-chain.ts'
import { env } from '#lib/env.ts'
import { prepareKeys } from '#lib/launch/prepare-keys.ts'

// `npm run audit:verify`: computes the whole record anew, also while a server works on it, and ends with 1 at the first
// thing that is wrong. `-- --public-key X` trusts that key instead of ours; `-- --head 2026-11-21:HASH` asks for a head
// that was noted elsewhere. Both may be given several times.
const WORDS: Readonly<Record<ChainFault, (at: string) => string>> = {
  'entry-changed': (at) => `entry ${at} is not what was sealed`,
  'entry-removed': (at) => `an entry or its link is missing at or before entry ${at}`,
  'entry-inserted': (at) => `entry ${at} stands between sealed entries and was never sealed`,
  'head-replaced': (at) => `the head of ${at} is not that of this chain`,
  'head-signature': (at) => `the head of ${at} is not signed by a key that is trusted here`,
  'head-missing': (at) =>
    `no head since ${at}, though entries follow: heads were removed, or no server has sealed since`,
  'head-not-expected': (at) => `the head of ${at} is not the one that was noted elsewhere`,
}

const asked = process.argv.slice(2)
const valuesOf = (option: string) =>
  asked.flatMap((word, index) => (word === option ? [asked[index + 1] ?? ''] : []))
const given = valuesOf('--public-key').map(readPublicKey)
const expected = valuesOf('--head').map((text) => ({ day: text.slice(0, 10), hash: text.slice(11) }))

prepareKeys()
const embedded = env.databaseUrl
  ? undefined
  : await startEmbeddedServer({ dataDir: env.dataDir, say, onLost: refuse })
try {
  setDatabaseAddress(env.databaseUrl ?? (await embedded?.urlOf('yueding')) ?? '')
  await verify()
} finally {
  await closeConnections()
  await embedded?.stop()
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function verify(): Promise<void> {
  const ours = loadAuditKeys()
  const keys = given.length > 0 ? new Map(given.map(({ keyId, key }) => [keyId, key])) : ours.known
  const found = await verifyChain(pool(), { keys, expected, now: new Date() })
  const { entries, lastEntryId, lastAt, unsealed, newestHead, fault } = found
  say(
    `${entries} entries verified, up to ${lastEntryId}${lastAt ? `, written ${lastAt.toISOString()}` : ''}.`,
  )
  if (fault) {
    say(`The record is not whole: ${WORDS[fault.kind](fault.at)}.`)
    process.exitCode = 1
    return
  }
  say(`${unsealed} more are not sealed yet; that happens within a minute.`)
  if (newestHead) say(`Newest head: ${newestHead.day}:${newestHead.hash.toString('hex')}`)
  for (const { keyId, x } of ours.published) say(`Public key ${keyId}: ${x}`)
}

function refuse(reason: Error): void {
  say(reason.message)
  process.exit(1)
}
