import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'
import type { Import, Module } from '../reading/module.ts'
import { resolveImport } from '../resolve-import.ts'

const ZOD = /^(zod|@hono\/zod-openapi)(\/|$)/

/** Zod weighs more than a page of ours: it never reaches the browser, neither directly nor through what a client file imports. */
export function findZodInTheBrowser({ modules }: House): Finding[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  return modules
    .filter(({ client }) => client)
    .flatMap((module) =>
      waysToZod(module, byPath).map(({ line, chain }) => ({
        path: module.path,
        line,
        sentence: `brings zod into the browser (${chain.join(' → ')}): check the input in the action with its schema, hand the outcome in as props, and take types with import type.`,
      })),
    )
}

interface Way {
  line: number
  chain: string[]
}

function waysToZod(client: Module, byPath: ReadonlyMap<string, Module>): Way[] {
  const ways: Way[] = []
  const seen = new Set([client.path])
  const follow = (module: Module, chain: string[], firstLine: number | null) => {
    for (const one of module.imports.filter(({ runtime }) => runtime)) {
      const line = firstLine ?? one.line
      const target = targetOf(module, one)
      if (target === null) continue
      if (ZOD.test(target)) ways.push({ line, chain: [...chain, target] })
      const next = byPath.get(target)
      if (next === undefined || seen.has(target) || isActionFile(next)) continue
      seen.add(target)
      follow(next, [...chain, target], line)
    }
  }
  follow(client, [client.path], null)
  return ways
}

/** From an action file the browser gets only addresses, none of its code. */
function isActionFile({ serverDirectives }: Module): boolean {
  return serverDirectives.length > 0
}

function targetOf({ path }: Module, { specifier }: Import): string | null {
  if (specifier === null) return null
  const target = resolveImport(path, specifier)
  return target.kind === 'file' ? target.path : target.name
}
