import { hash } from '@node-rs/argon2'

/** What is kept of a password: argon2id, 19 MiB, two rounds, one lane (OWASP Password Storage Cheat Sheet), own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
}
