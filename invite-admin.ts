import { setDatabaseAddress } from '#lib/db/address.ts'
import { closeConnections } from '#lib/db/close-connections.ts'
import { startEmbeddedServer } from '#lib/db/embedded-server.ts'
import { pool } from '#lib/db/pool.ts'
import { env } from '#lib/env.ts'
import { inviteAdmin } from '#lib/identity/invite-admin.ts'
import { staffInvitationSchema } from '#lib/identity/schema.ts'
import { prepareKeys } from '#lib/launch/prepare-keys.ts'

// `npm run invite-admin -- USERNAME NAME`: the link of a second administrator for the whole nation, while there are not two
// who could propose and agree between them; also while a server works. Ends with 1 when it was refused.
const WORDS: Readonly<Record<string, string>> = {
  'two-already':
    'There are two administrators for the nation: one proposes on the staff page, the other agrees.',
  taken: 'This username is taken.',
}

const [username, name] = process.argv.slice(2)
const asked = staffInvitationSchema.safeParse({ username, name, role: 'province-admin' })

prepareKeys()
if (!asked.success) stop('Say a username (3 to 40 small letters, digits or . _ -) and a name: USERNAME NAME')
else {
  const { dataDir, databaseUrl } = env
  const onLost = (reason: Error) => {
    stop(reason.message)
    process.exit(1)
  }
  const embedded = databaseUrl ? undefined : await startEmbeddedServer({ dataDir, say, onLost })
  try {
    setDatabaseAddress(databaseUrl ?? (await embedded?.urlOf('yueding')) ?? '')
    const invited = await inviteAdmin(pool(), { ...asked.data, now: new Date() })
    if (invited.ok) {
      say('Hand this link over in person; it works once, within 72 hours:')
      say(`${env.publicUrl}/desk/activate/${invited.value}`)
    } else stop(WORDS[invited.errors?.[0]?.reason ?? ''] ?? invited.reason)
  } finally {
    await closeConnections()
    await embedded?.stop()
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function stop(line: string): void {
  say(line)
  process.exitCode = 1
}
