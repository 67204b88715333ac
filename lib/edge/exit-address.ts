import { env } from '#lib/env.ts'

/** Where "exit this page" leads: a site that anybody may have open. */
export function exitAddress(): string {
  return env.exitUrl
}
