import { isBuiltin } from 'node:module'
import { posix } from 'node:path'

/** Where an import leads: to a file of ours (path from the root), to what Node brings, or to a package. */
export type Target =
  | { kind: 'file'; path: string }
  | { kind: 'node'; name: string }
  | { kind: 'package'; name: string }

/** Follows one specifier; `#lib/x.ts` means `lib/x.ts`, as in the `imports` of package.json. */
export function resolveImport(from: string, specifier: string): Target {
  const plain = specifier.replace(/\?.*$/, '')
  if (plain.startsWith('#')) return { kind: 'file', path: posix.normalize(plain.slice(1)) }
  if (plain.startsWith('.') || plain.startsWith('/')) {
    return { kind: 'file', path: posix.normalize(posix.join(posix.dirname(from), plain)) }
  }
  return { kind: isBuiltin(plain) ? 'node' : 'package', name: plain }
}
