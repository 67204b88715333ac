import { deriveSecret } from './derive-secret.ts'

export interface DemoClient {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  readonly signingAlgorithm: 'ES256'
}

/** What the demo identity service and its only client, we ourselves, must agree on. `publicUrl` is our origin. */
export function describeDemoClient(publicUrl: string): DemoClient {
  return {
    issuer: `${publicUrl}/demo-identity`,
    clientId: 'yueding',
    clientSecret: deriveSecret('demo-identity-client', publicUrl).toString('base64url'),
    redirectUri: `${publicUrl}/api/auth/callback/identity`,
    signingAlgorithm: 'ES256',
  }
}
