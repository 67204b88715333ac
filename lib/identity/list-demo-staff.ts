import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#lib/env.ts'

export interface DemoStaff {
  readonly username: string
  readonly password: string
  readonly totpSecret: string
  readonly role: string
  readonly officeId: string | null
}

/** The invented people at the desks of a demo, with what they sign in by; nobody where this is no demo. */
export async function listDemoStaff(): Promise<readonly DemoStaff[]> {
  if (!env.demo) return []
  const text = await readFile(join(env.dataDir, 'demo.json'), 'utf8').catch(() => '{}')
  return (JSON.parse(text) as { staff?: DemoStaff[] }).staff ?? []
}
