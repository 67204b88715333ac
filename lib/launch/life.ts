type Step = () => Promise<unknown> | unknown

const steps: Step[] = []
let stopping = false

const patienceMs = 4600

/** Says one plain line to whoever started us. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Remembers what must be undone when the process ends; undone in reverse order. */
export function onStop(step: Step): void {
  steps.unshift(step)
}

/** Undoes everything and ends the process, within five seconds whatever happens. */
export async function stop(exitCode: number): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), patienceMs).unref()
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      explain(error)
    }
  }
  process.exit(exitCode)
}

// A plain Error is one of our sentences and needs no stack; anything else is a fault in the program.
function explain(error: unknown): void {
  const sentence = error instanceof Error && error.constructor === Error && !('code' in error)
  process.stderr.write(`${sentence ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
}

process.on('uncaughtException', (error) => {
  // What still runs while everything is taken down may well stumble; that is no news.
  if (!stopping) explain(error)
  void stop(1)
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) say('Stopping …')
    void stop(0)
  })
}

// The launcher holds the other end. When it ends, even by kill -9, nobody is left who could stop us.
process.on('disconnect', () => void stop(0))
