import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The control of the pages: an application of the same Next with nothing on its only page. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'next.config.mjs': `import { resolve } from 'node:path'
export default { turbopack: { root: resolve(import.meta.dirname, '../..') }, agentRules: false }
`,
  'app/layout.jsx': `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
  'app/page.jsx': `export const dynamic = 'force-dynamic'
export default function Page() {
  return <p>empty</p>
}
`,
}

/** Builds it once per version of Next, below .data; returns its folder. */
export async function buildEmptyApplication(say: (line: string) => void): Promise<string> {
  const next = JSON.parse(await readFile('node_modules/next/package.json', 'utf8')).version
  const folder = resolve('.data', `empty-application-${next}`)
  if (existsSync(join(folder, '.next', 'BUILD_ID'))) return folder
  say('Building an empty Next application to compare with …')
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const program = resolve('node_modules', 'next', 'dist', 'bin', 'next')
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  await run(process.execPath, [program, 'build', folder], { env })
  return folder
}
