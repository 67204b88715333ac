import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from '#lib/db/once.ts'
import { foldPassword, type PasswordFault, passwordFault } from '#lib/domain/staff-password.ts'

/**
 * What is wrong with a new password of somebody, or nothing. The list of leaked ones lies beside this file: no password
 * ever leaves the house to be looked up.
 */
export function judgePassword(
  password: string,
  owner: { readonly username: string; readonly name: string },
): PasswordFault | undefined {
  return passwordFault(password, owner, (folded) => knownPasswords().has(folded))
}

function knownPasswords(): ReadonlySet<string> {
  return once('known passwords', () => {
    const path = join(process.cwd(), 'lib', 'identity', 'known-passwords.txt')
    return new Set(readFileSync(path, 'utf8').split('\n').filter(Boolean).map(foldPassword))
  })
}
