import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { openTestDatabase } from '#tests/support/database.ts'
import { grantChannel, openApiSite } from './fixtures/api-site.ts'

const { pool } = await openTestDatabase({ planted: true })
const { origin } = await openApiSite()
const folder = mkdtempSync(join(tmpdir(), 'yueding-docs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const blocks = [...readFileSync('docs/api.md', 'utf8').matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1])
const hasCurl = spawnSync('curl', ['--version']).status === 0

test.skipIf(!hasCurl)('every example of docs/api.md runs as it stands, one after the other', async () => {
  expect(blocks.length).toBeGreaterThan(8)
  const { Authorization = '' } = await grantChannel(pool)
  const marked = blocks.map((block, index) => `echo "== ${index}" >&2\n${block}`).join('\n')
  const { stdout } = await promisify(execFile)('sh', ['-eu', '-c', marked], {
    cwd: folder,
    env: { ...process.env, BASE: origin, KEY: Authorization.replace('Bearer ', '') },
  })
  expect(stdout).toContain('304')
  expect(stdout).toContain('"status":"confirmed"')
  expect(stdout).toContain('"operation":"book"')
  expect(stdout).toContain('"status":"cancelled"')
  expect(stdout).toContain('"reason":"date"')
})
