import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { gzipSync } from 'node:zlib'

/** The JavaScript that a browser loads for each page of a Next build, in bytes after gzip, by route. */
export function weighBuild(folder: string): Map<string, number> {
  const build = join(folder, '.next')
  const { rootMainFiles } = JSON.parse(readFileSync(join(build, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[]
  }
  const manifests = globSync('server/app/**/page_client-reference-manifest.js', { cwd: build })
  return new Map(
    manifests.map((path) => {
      const [route, entries] = readManifest(join(build, path))
      const files = new Set([...rootMainFiles, ...Object.values(entries).flat()])
      return [route, [...files].reduce((sum, file) => sum + weigh(join(build, file)), 0)]
    }),
  )
}

/** Route, and the files of its page, layouts and error pages. The manifest is a script that sets a global. */
function readManifest(path: string): [string, Record<string, string[]>] {
  const sandbox: {
    globalThis: { __RSC_MANIFEST?: Record<string, { entryJSFiles?: Record<string, string[]> }> }
  } = {
    globalThis: {},
  }
  vm.runInNewContext(readFileSync(path, 'utf8'), sandbox)
  const [found] = Object.entries(sandbox.globalThis.__RSC_MANIFEST ?? {})
  if (!found) throw new Error(`no manifest in ${path}`)
  return [found[0], found[1].entryJSFiles ?? {}]
}

const weights = new Map<string, number>()

function weigh(path: string): number {
  const known = weights.get(path)
  if (known !== undefined) return known
  const weight = existsSync(path) ? gzipSync(readFileSync(path), { level: 9 }).length : 0
  weights.set(path, weight)
  return weight
}
