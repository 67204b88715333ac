import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const LAYOUT = `export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }\n`
const PAGE = `export default function Page() { return <p>empty</p> }\n`
// The same version, the same bundler, inside the project, so that it finds the same packages.
const CONFIG = `import { resolve } from 'node:path'
export default { turbopack: { root: resolve(import.meta.dirname, '../..') }, agentRules: false }\n`

/** Builds an application of one page with nothing on it: the control for what our pages weigh. Returns its folder. */
export function buildEmptyPage(): string {
  const folder = resolve('.data/bench-empty-page')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'app'), { recursive: true })
  writeFileSync(join(folder, 'app/layout.jsx'), LAYOUT)
  writeFileSync(join(folder, 'app/page.jsx'), PAGE)
  writeFileSync(join(folder, 'next.config.mjs'), CONFIG)
  execFileSync(process.execPath, [resolve('node_modules/next/dist/bin/next'), 'build', folder], {
    stdio: 'pipe',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  return folder
}
