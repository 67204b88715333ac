import { env } from '#lib/env.ts'

const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])

/** In the demo a webhook may go to this very machine, without encryption, so that the examples can be tried. */
export function isDemoReceiver({ hostname }: URL): boolean {
  return env.demo && THIS_MACHINE.has(hostname)
}
