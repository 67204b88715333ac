import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const { BROWSER_TEST_DATA: dataDir = '' } = process.env

/** Takes the keys of the server under test, for what only somebody inside can see: sealed rows, blind indexes. */
export function takeKeys(): void {
  Object.assign(process.env, JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')))
}
