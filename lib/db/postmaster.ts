import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EmbeddedPlace } from './embedded-place.ts'

/** A running PostgreSQL main process. */
export type Postmaster = { pid: number; port: number }

/**
 * Finds the main process that works on this cluster, whoever started it. A pid file whose process is gone, or is
 * something else by now (numbers are reused after a reboot), is removed: PostgreSQL would refuse to start over it.
 */
export async function findPostmaster({ cluster }: EmbeddedPlace): Promise<Postmaster | undefined> {
  const file = join(cluster, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const [pid, , , port] = text.split('\n').map(Number)
  if (pid && isPostgres(pid, cluster)) return { pid, port: port ?? 0 }
  await rm(file, { force: true })
  return undefined
}

/** Starts a main process. It gets its own process group, so that Ctrl-C reaches us and not the database first. */
export async function spawnPostmaster(
  { programs, cluster, logFile, user }: EmbeddedPlace,
  port: number,
  settings: Record<string, string>,
): Promise<{ exited: () => boolean }> {
  const log = await openLog(logFile)
  const flags = Object.entries({ port: String(port), ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(join(programs, 'bin', 'postgres'), ['-D', cluster, ...flags], {
    ...user,
    cwd: cluster,
    env: bareEnvironment(),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    windowsHide: true,
  })
  let exited = false
  child.once('exit', () => {
    exited = true
  })
  child.once('error', () => {
    exited = true
  })
  child.unref()
  await log.close()
  return { exited: () => exited }
}

/** Fast shutdown (open work is rolled back, data is flushed); after three seconds immediate, which recovers at the next start. */
export async function stopPostmaster(place: EmbeddedPlace): Promise<void> {
  const running = await findPostmaster(place)
  if (!running) return
  if (platform() === 'win32') {
    spawnSync(join(place.programs, 'bin', 'pg_ctl'), ['stop', '-D', place.cluster, '-m', 'fast', '-t', '3'])
    return
  }
  for (const [signal, seconds] of [
    ['SIGINT', 3],
    ['SIGQUIT', 1],
  ] as const) {
    process.kill(running.pid, signal)
    for (let waited = 0; waited < seconds * 40; waited += 1) {
      if (!isPostgres(running.pid, place.cluster)) return
      await sleep(25)
    }
  }
}

/** PostgreSQL's children need next to nothing of our environment, least of all our secrets. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP, LD_LIBRARY_PATH } = process.env
  return {
    PATH,
    SystemRoot,
    TEMP,
    TMP,
    LD_LIBRARY_PATH,
    LC_ALL: 'C',
    TZ: 'UTC',
    NODE_ENV: process.env.NODE_ENV,
  }
}

function isPostgres(pid: number, cluster: string): boolean {
  const command = commandOf(pid)
  if (!command) return false
  // Windows only tells the program's name.
  return command.includes('postgres') && (platform() === 'win32' || command.includes(cluster))
}

function commandOf(pid: number): string {
  switch (platform()) {
    case 'linux':
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      } catch {
        return ''
      }
    case 'win32':
      return spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' }).stdout ?? ''
    default:
      return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
}

async function openLog(file: string) {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > 5_000_000) await rename(file, `${file}.1`)
  return open(file, 'a', 0o600)
}
