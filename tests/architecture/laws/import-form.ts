import { posix } from 'node:path'
import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'
import type { Import } from '../reading/module.ts'
import { resolveImport } from '../resolve-import.ts'

/** How an import is written: readable for this law, with its extension, `#…` across folders and relative within one. */
export function findIllFormedImports({ modules }: House): Finding[] {
  return modules.flatMap(({ path, imports }) =>
    imports.flatMap((one) => {
      const sentence = faultOf(path, one)
      return sentence === null ? [] : [{ path, line: one.line, sentence }]
    }),
  )
}

function faultOf(path: string, { specifier }: Import): string | null {
  if (specifier === null) {
    return 'imports a computed path, which no law can follow: write the path as a literal, or a template that starts with its folder.'
  }
  const target = resolveImport(path, specifier)
  if (target.kind !== 'file') return null
  const name = posix.basename(target.path)
  if (name !== '*' && !name.includes('.')) {
    return `imports ${specifier} without its extension, which Node does not find: write ${specifier}.ts or the file it means.`
  }
  if (!specifier.startsWith('#') && folderOf(path) !== folderOf(target.path)) {
    return `reaches out of its folder with ${specifier}: write #${target.path}, and keep relative paths for the same folder.`
  }
  return null
}

/** The folder within which paths are relative: `lib/booking`, `components/ui`, `app`, `tests`. */
function folderOf(path: string): string {
  const [top = '', second = '', ...deeper] = path.split('/')
  if (second === '') return ''
  if (top === 'app' || top === 'tests') return top
  return deeper.length > 0 ? `${top}/${second}` : top
}
