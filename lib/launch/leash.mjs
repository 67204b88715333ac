import { spawn } from 'node:child_process'

// Runs a program for somebody else and ends it when that one is gone, even by kill -9: otherwise an orphaned
// installation or build would still be writing when the next start begins its own.
const [program, ...args] = process.argv.slice(2)
const child = spawn(program, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32' && program === 'npm',
})

// npm would first take back what it has done, half a minute long.
process.on('disconnect', () => child.kill('SIGKILL'))
// Ctrl-C reaches the child by itself; its end is ours.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))

child.once('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
child.once('exit', (code) => process.exit(code ?? 1))
