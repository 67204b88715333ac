import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { EmbeddedPlace } from './embedded-place.ts'
import { bareEnvironment } from './postmaster.ts'

/** The one role of the embedded database; it owns everything in it. */
export const embeddedRole = 'yueding'

const majorVersion = '18'

/**
 * Makes the cluster when there is none. initdb works in a folder of another name, which takes its own only when all
 * is written: a start that was killed half-way leaves something that is thrown away, never something half-done.
 */
export async function createCluster(place: EmbeddedPlace, password: string): Promise<void> {
  const { programs, cluster, user } = place
  await throwAwayHalfDone(cluster)
  const half = `${cluster}.half-${process.pid}`
  const passwordFile = join(half, 'password')
  await mkdir(half, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user) await Promise.all([half, passwordFile].map((path) => chown(path, user.uid, user.gid)))

  await run(place, half, join(programs, 'bin', 'initdb'), [
    `--pgdata=${join(half, 'cluster')}`,
    `--username=${embeddedRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Built into PostgreSQL: sorts the same on every system and survives upgrades of the system's own locales.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
  ])
  // Another process may have been first with the same password; then its cluster stands and ours goes.
  await rename(join(half, 'cluster'), cluster).catch((error) => {
    if (hasCluster(cluster)) return
    throw new Error(
      `${cluster} is there, but holds no database that we can read: it belongs to another user or is damaged. ` +
        'Start as its owner, or move it away.',
      { cause: error },
    )
  })
  await rm(half, { recursive: true, force: true })
}

export function hasCluster(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION'))
}

/** Throws with a sentence when the data were written by another major version than the one npm brought. */
export async function refuseOtherVersion(cluster: string): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (found === majorVersion) return
  throw new Error(
    `The data in ${cluster} were written by PostgreSQL ${found}, this release brings ${majorVersion}. ` +
      'Dump them with the old release and restore them with this one.',
  )
}

/** Gives the role a new password when the record of the old one was lost. The cluster must not be running. */
export async function resetPassword(place: EmbeddedPlace, password: string): Promise<void> {
  const statement = `ALTER ROLE ${embeddedRole} PASSWORD '${password}';\n`
  const program = join(place.programs, 'bin', 'postgres')
  await run(place, place.cluster, program, ['--single', '-D', place.cluster, 'postgres'], statement)
}

async function throwAwayHalfDone(cluster: string): Promise<void> {
  const names = await readdir(dirname(cluster))
  for (const name of names.filter((name) => name.startsWith(`${basename(cluster)}.half-`))) {
    const maker = Number(name.split('-').pop())
    if (!isRunning(maker) || maker === process.pid) {
      await rm(join(dirname(cluster), name), { recursive: true, force: true })
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function run(place: EmbeddedPlace, cwd: string, program: string, args: string[], input = '') {
  const child = spawn(program, args, { ...place.user, cwd, env: bareEnvironment(), windowsHide: true })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [code, complaints] = await Promise.all([ended, text(child.stderr), child.stdout.resume()])
  if (code !== 0) throw new Error(`${basename(program)} failed: ${complaints.trim()}`)
}
