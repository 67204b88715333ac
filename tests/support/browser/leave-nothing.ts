import { readlinkSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Loaded before the server that the browser tests run: its data folder goes with it, and it goes with the tests, even
// when those were ended by kill -9.
const { DATA_DIR: dataDir = '' } = process.env
const parent = process.ppid

process.on('exit', () => {
  const elsewhere = linkOf(join(dataDir, 'postgres'))
  if (elsewhere) rmSync(dirname(elsewhere), { recursive: true, force: true })
  if (dataDir) rmSync(dataDir, { recursive: true, force: true })
})

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 500).unref()

// Where the database's user may not enter the data folder, the data lie elsewhere and a link leads there.
function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
