import { env } from '#lib/env.ts'
import { deriveSecret } from '../derive-secret.ts'

/** What the demo service and its only client must agree on. */
export function describeDemoClient() {
  return {
    issuer: `${env.publicUrl}/demo-identity`,
    clientId: 'yueding',
    clientSecret: deriveSecret('demo-identity-client', env.publicUrl).toString('base64url'),
    redirectUri: `${env.publicUrl}/api/auth/callback/identity`,
    signingAlgorithm: 'ES256',
  } as const
}
