import { spawnSync } from 'node:child_process'
import { stat } from 'node:fs/promises'

/** A user of the operating system, in the shape that `spawn` takes. */
export type ServiceUser = { uid: number; gid: number }

/**
 * Whom PostgreSQL runs as: ourselves (undefined) unless we are root. Root hands it to the owner of the data that is
 * already there, else to `yueding` or `postgres`, else to a system user made for it.
 */
export async function findServiceUser(cluster: string): Promise<ServiceUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return lookUp('yueding') ?? lookUp('postgres') ?? createUser() ?? lookUp('nobody') ?? refuse()
}

function lookUp(name: string): ServiceUser | undefined {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' })
  if (uid.status !== 0 || gid.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

// Debian and Red Hat have useradd, Alpine's BusyBox has adduser.
function createUser(): ServiceUser | undefined {
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'yueding',
  ])
  const made = lookUp('yueding')
  if (made) return made
  spawnSync('adduser', ['-S', '-D', '-H', 'yueding'])
  return lookUp('yueding')
}

function refuse(): never {
  throw new Error(
    'PostgreSQL does not run as root, and no other user could be found or made for it. ' +
      'Start as an ordinary user, or give DATABASE_URL.',
  )
}
