import { Secret, TOTP } from 'otpauth'
import { listDemoStaff } from './list-demo-staff.ts'

/** What the authenticator of somebody invented shows now; undefined where this is no demo. */
export async function findDemoCode(username: string, now: Date): Promise<string | undefined> {
  const account = (await listDemoStaff()).find((one) => one.username === username)
  const secret = account && Secret.fromBase32(account.totpSecret)
  return secret && new TOTP({ secret }).generate({ timestamp: now.getTime() })
}
