import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { casesOf } from '#tests/support/vectors.ts'

const COUNT = `import { casesOf } from '#tests/support/vectors.ts'
process.stdout.write(casesOf('cooling_off').map(({ id }) => id).join(' '))`

function idsWith(VECTORS: string | undefined): string {
  const env = { ...process.env, ...(VECTORS === undefined ? {} : { VECTORS }) }
  return spawnSync(process.execPath, ['--input-type=module', '-e', COUNT], { env, encoding: 'utf8' }).stdout
}

test('the file that VECTORS names takes the place of the built-in cases', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vectors-'))
  try {
    const file = join(folder, 'others.json')
    const other = { id: 'OTHER-1', kind: 'cooling_off', title: '', input: {}, expected: {} }
    writeFileSync(file, JSON.stringify({ calendars: {}, cases: [other] }))
    expect(idsWith(file)).toBe('OTHER-1')
    expect(idsWith(undefined)).toBe(
      casesOf('cooling_off')
        .map(({ id }) => id)
        .join(' '),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each(['cooling_off', 'divorce_stage', 'divorce_cert_booking'])(
  'there are cases of the kind %s',
  (kind) => {
    expect(casesOf(kind).length).toBeGreaterThan(0)
  },
)
