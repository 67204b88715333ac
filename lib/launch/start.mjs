import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build, isBuilt } from './build.mjs'
import { generateClient, isGenerated } from './generate.mjs'
import { install, isInstalled, ownNode } from './install.mjs'
import { endRunning, root, runQuietly, secondsSince } from './run-quietly.mjs'
import { watchParent } from './watch-parent.mjs'

// `npm start` (and, with --dev, `npm run dev`): everything from a clean clone to the running server. This file runs
// on the machine's own Node and without any package, so it is plain JavaScript.
const dev = process.argv.includes('--dev')
// Left to itself Node lets garbage grow to several times what is alive: 640 MB under load instead of 430.
const heap = '--max-old-space-size=512'
let server
let stopping = false

if (Number(process.versions.node.split('.')[0]) < 20) {
  refuse(`Node ${process.versions.node} is too old; Yueding needs Node 20 or newer.`)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
watchParent(stop)

try {
  await step('Packages', isInstalled, install)
  if (!isGenerated() || !isBuilt()) await checkSettings()
  await step('Database client', isGenerated, () => generateClient(ownNode()))
  if (!dev) await step('Pages', isBuilt, build)
  if (!stopping) serve()
} catch (error) {
  refuse(error.message)
}

// The server checks them as well; this only spares a minute of building before a wrong one is told.
async function checkSettings() {
  const { code, output } = await runQuietly(ownNode(), ['lib/launch/check-settings.ts'])
  if (code !== 0 && !stopping) throw new Error(output.trim())
}

/** Says in a line what is done, and how long it took. */
async function step(name, isDone, work) {
  if (stopping) return
  const began = performance.now()
  if (isDone()) return console.log(`${name}: up to date (${secondsSince(began)}).`)
  console.log(`${name}: being made …`)
  await work()
  if (!stopping) console.log(`${name}: done (${secondsSince(began)}).`)
}

function serve() {
  server = spawn(ownNode(), [heap, 'server.ts'], {
    cwd: fileURLToPath(root),
    env: {
      NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node', root)), // a third off the start
      ...process.env,
      NODE_ENV: dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    // The fourth is a line between us: the server ends when it breaks, so even kill -9 here leaves nothing behind.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  server.once('exit', (code, signal) => {
    if (signal && !stopping) console.error(`The server was ended by ${signal}. Start again: nothing is lost.`)
    process.exit(code ?? 1)
  })
}

// Ctrl-C in a terminal reaches the server as well; breaking the line is the same wish by another way.
function stop() {
  if (stopping) return
  stopping = true
  endRunning()
  if (!server) process.exit(130)
  if (server.connected) server.disconnect()
  setTimeout(() => server.kill('SIGKILL'), 6000).unref()
}

function refuse(sentence) {
  if (!stopping) console.error(sentence)
  process.exit(1)
}
