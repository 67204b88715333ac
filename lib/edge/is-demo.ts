import { env } from '#lib/env.ts'

/** Whether this is a demo: then what would be sent can be read here by everybody. */
export function isDemo(): boolean {
  return env.demo
}
