import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'

interface PageManifest {
  readonly entryJSFiles: Readonly<Record<string, readonly string[]>>
}

/** The script files of every page below `under` of a built application, with the address of the page. */
export function scriptsOfPages(folder: string, under: string): Map<string, Set<string>> {
  const build = join(folder, '.next')
  const { rootMainFiles } = JSON.parse(readFileSync(join(build, 'build-manifest.json'), 'utf8'))
  const pages = globSync('**/page_client-reference-manifest.js', { cwd: join(build, 'server', 'app', under) })
  return new Map(
    pages.sort().map((file) => {
      const { entryJSFiles } = readManifest(join(build, 'server', 'app', under, file))
      const address = `/${file.replace(/\/?page_client-reference-manifest\.js$/, '')}`
      return [address, new Set<string>([...rootMainFiles, ...Object.values(entryJSFiles).flat()])]
    }),
  )
}

/** What these files weigh as they travel, in KiB. */
export function weigh(folder: string, files: Iterable<string>): number {
  let bytes = 0
  for (const file of files) {
    const path = join(folder, '.next', file)
    if (!existsSync(path)) throw new Error(`the build names ${file}, but it is not there`)
    bytes += gzipSync(readFileSync(path)).length
  }
  return bytes / 1024
}

// Next writes it as a script that hangs one object on globalThis.
function readManifest(path: string): PageManifest {
  const context: { globalThis?: unknown; __RSC_MANIFEST?: Record<string, PageManifest> } = {}
  context.globalThis = context
  runInNewContext(readFileSync(path, 'utf8'), context)
  const [manifest] = Object.values(context.__RSC_MANIFEST ?? {})
  if (!manifest) throw new Error(`${path} names no page`)
  return manifest
}
