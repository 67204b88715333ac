import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const scratch = mkdtempSync(join(tmpdir(), 'yd-settings-'))
const makeFolder = () => mkdtempSync(join(scratch, 'data-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Loads the environment (and makes the keys) in a process of its own; returns what it printed or complained of. */
function load(given: Record<string, string>, print = 'env.publicUrl') {
  const script = `const { prepareKeys } = await import('#lib/launch/prepare-keys.ts'); prepareKeys()
    const { env } = await import('#lib/env.ts'); console.log(${print})`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_ENV: 'test', DATA_DIR: makeFolder(), ...given },
  })
  return stdout.trim() || (stderr.match(/^Error: (.*)$/m)?.[1] ?? stderr)
}

test.each([
  ['PORT', 'abc', 'a whole number from 1 to 65535'],
  ['PORT', '70000', 'a whole number from 1 to 65535'],
  ['PUBLIC_URL', 'https://a.example/path', 'an address without a path'],
  ['PUBLIC_URL', 'yueding', 'an address without a path'],
  ['ROLE', 'queen', 'all, web, api or jobs'],
  ['DEMO', 'yes', 'on or off'],
  ['EXIT_URL', 'javascript:alert(1)', 'an address such as https://weather.example'],
  ['HOLD_MINUTES', '0', 'a whole number from 1 to 120'],
  ['DB_POOL_SIZE', '1.5', 'a whole number from 4 to 1000'],
])('%s=%s is refused with a sentence that names it', (name, value, allowed) => {
  expect(load({ [name]: value })).toContain(`The setting ${name} is "${value}"; it must be ${allowed}`)
})

test.each([
  ['DATABASE_URL', 'mysql://root:secret-word@host/db'],
  ['FIELD_KEYS', '1:secret-word'],
  ['INDEX_KEY', 'secret-word'],
  ['SESSION_SECRET', 'secret-word'],
  ['VOUCHER_KEY', '1:secret-word'],
  ['AUDIT_KEY', '1:secret-word'],
  ['SMTP_URL', 'http://root:secret-word@mail.example'],
  ['GATEWAY_SECRET', 'secret-word'],
  ['METRICS_TOKEN', 'secret-word'],
])('a wrong %s is refused without showing it', (name, value) => {
  const sentence = load({ [name]: value })
  expect(sentence).toContain(`The setting ${name} is wrong; it must be `)
  expect(sentence).not.toContain('secret-word')
})

test('a provider needs our name and our secret there', () => {
  const OIDC_ISSUER = 'https://id.example'
  expect(load({ OIDC_ISSUER })).toContain('OIDC_CLIENT_ID is missing')
  expect(load({ OIDC_ISSUER, OIDC_CLIENT_ID: 'us' })).toContain('OIDC_CLIENT_SECRET is missing')
  const complete = { OIDC_ISSUER, OIDC_CLIENT_ID: 'us', OIDC_CLIENT_SECRET: 'secret' }
  expect(load(complete, 'env.oidcIssuer')).toBe(OIDC_ISSUER)
})

test('a mail server needs the address letters come from, a gateway what calls are signed with', () => {
  expect(load({ SMTP_URL: 'smtp://mail.example' })).toContain('MAIL_FROM is missing')
  expect(load({ GATEWAY_URL: 'https://gateway.example' })).toContain('GATEWAY_SECRET is missing')
})

test('the address follows the port unless it is given', () => {
  expect(load({ PORT: '4567' })).toBe('http://localhost:4567')
  expect(load({ PUBLIC_URL: 'https://yueding.example/' })).toBe('https://yueding.example')
})

test('keys are made once and kept for us alone', () => {
  const DATA_DIR = makeFolder()
  const print = 'env.indexKey.toString("hex") + env.fieldKeys[0].key.toString("hex") + env.sessionSecret'
  const first = load({ DATA_DIR }, print)
  expect(first.length).toBeGreaterThan(150)
  expect(load({ DATA_DIR }, print)).toBe(first)
  expect(statSync(join(DATA_DIR, 'keys.json')).mode & 0o777).toBe(0o600)
})

test('half-written keys are made anew, unless a database was sealed with them', () => {
  const DATA_DIR = makeFolder()
  writeFileSync(join(DATA_DIR, 'keys.json'), '{"FIELD_K')
  expect(load({ DATA_DIR })).toBe('http://localhost:3000')
  mkdirSync(join(DATA_DIR, 'postgres'))
  writeFileSync(join(DATA_DIR, 'keys.json'), '{"FIELD_K')
  expect(load({ DATA_DIR })).toContain('keys.json is missing or damaged')
})

test('a key that came with a later version is made beside the old ones, once', () => {
  const DATA_DIR = makeFolder()
  const print = 'env.indexKey.toString("hex") + env.voucherKeys[0].key.toString("hex")'
  const file = join(DATA_DIR, 'keys.json')
  load({ DATA_DIR })
  const { VOUCHER_KEY, ...older } = JSON.parse(readFileSync(file, 'utf8'))
  expect(VOUCHER_KEY).toMatch(/^1:/)
  writeFileSync(file, JSON.stringify(older))
  mkdirSync(join(DATA_DIR, 'postgres'))
  const first = load({ DATA_DIR }, print)
  expect(first).toMatch(/^[0-9a-f]{128}$/)
  expect(first.slice(0, 64)).toBe(Buffer.from(older.INDEX_KEY, 'base64').toString('hex'))
  expect(load({ DATA_DIR }, print)).toBe(first)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(older)
  expect(statSync(join(DATA_DIR, 'keys-later.json')).mode & 0o777).toBe(0o600)
})

test('a second version may bring a key of its own again', () => {
  const DATA_DIR = makeFolder()
  const print = 'env.voucherKeys[0].key.toString("hex") + env.auditKeys[0].key.toString("hex")'
  const file = join(DATA_DIR, 'keys.json')
  load({ DATA_DIR })
  const { VOUCHER_KEY, AUDIT_KEY, ...oldest } = JSON.parse(readFileSync(file, 'utf8'))
  expect(AUDIT_KEY).not.toBe(VOUCHER_KEY)
  writeFileSync(file, JSON.stringify(oldest))
  writeFileSync(join(DATA_DIR, 'keys-later.json'), JSON.stringify({ VOUCHER_KEY }))
  mkdirSync(join(DATA_DIR, 'postgres'))
  const first = load({ DATA_DIR }, print)
  expect(first.slice(0, 64)).toBe(Buffer.from(VOUCHER_KEY.slice(2), 'base64').toString('hex'))
  expect(load({ DATA_DIR }, print)).toBe(first)
  expect(Object.keys(JSON.parse(readFileSync(join(DATA_DIR, 'keys-later-2.json'), 'utf8')))).toEqual([
    'AUDIT_KEY',
  ])
})

test('a lost key that data rest on is missed even where the others are there', () => {
  const DATA_DIR = makeFolder()
  load({ DATA_DIR })
  const file = join(DATA_DIR, 'keys.json')
  const { INDEX_KEY: _, ...others } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify(others))
  expect(load({ DATA_DIR })).toContain('keys.json holds no INDEX_KEY')
})
