import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from './source-file.ts'

const CODE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/
const MESSAGES = /^lib\/i18n\/messages\/.*\.json$/

/**
 * Every code and message file that git tracks or would offer to track, so that a new file is judged before it is added.
 * `public/` is left out: browsers get it as it lies there.
 */
export function readTree(root: string): SourceFile[] {
  // A checkout that belongs to another user (a mounted volume) is still ours to read, hence safe.directory.
  const listing = execFileSync(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  return [...new Set(listing.split('\0'))]
    .filter((path) => (CODE.test(path) && !path.startsWith('public/')) || MESSAGES.test(path))
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }))
}
