import { Provider } from 'oidc-provider'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { describeDemoClient } from '../describe-demo-client.ts'
import { guardCookie } from '../guard-cookie.ts'
import { keepInMemory } from './keep-in-memory.ts'
import { keepSecrets } from './keep-secrets.ts'

const ATTEMPT_SECONDS = 30 * 60
const SCOPE = 'openid identity phone'

/**
 * A true OpenID provider with one client (us), one flow (code with PKCE) and no consent page: whoever chooses a person
 * is that person. `findIdentity` tells who stands behind a subject.
 */
export function buildProvider({
  publicUrl,
  dataDir,
  findIdentity,
}: {
  publicUrl: string
  dataDir: string
  findIdentity: (subject: string) => VerifiedIdentity | undefined
}): Provider {
  const { issuer, clientId, clientSecret, redirectUri, signingAlgorithm } = describeDemoClient(publicUrl)
  const { signingKey, cookieKeys } = keepSecrets(dataDir)
  const { path: _, ...guard } = guardCookie()
  const cookie = { ...guard, signed: true }
  const provider = new Provider(issuer, {
    adapter: keepInMemory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: signingAlgorithm,
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [signingKey as { kty: 'EC' }] },
    cookies: {
      keys: [...cookieKeys],
      names: { session: 'yd-demo-session', interaction: 'yd-demo-interaction', resume: 'yd-demo-resume' },
      long: { ...cookie, path: '/demo-identity' },
      short: cookie,
    },
    scopes: SCOPE.split(' '),
    claims: {
      openid: ['sub'],
      identity: ['name', 'document_type', 'document_number'],
      phone: ['phone_number'],
    },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    ttl: {
      Interaction: ATTEMPT_SECONDS,
      Session: ATTEMPT_SECONDS,
      Grant: ATTEMPT_SECONDS,
      AuthorizationCode: 60,
      AccessToken: 300,
      IdToken: 300,
    },
    interactions: { url: (_context, { uid }) => `/demo-identity/choose/${uid}` },
    findAccount: (_context, subject) => {
      const identity = findIdentity(subject)
      return identity && { accountId: subject, claims: () => ({ sub: subject, ...claimsOf(identity) }) }
    },
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider: self } = oidc
      if (!client || !session?.accountId) return undefined
      const grant = new self.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope(SCOPE)
      await grant.save()
      return grant
    },
    renderError: (context) => {
      context.status = 303
      context.redirect('/sign-in?error=expired')
    },
  })
  // SAFETY: the listener sets the forwarded headers itself, so that every address follows PUBLIC_URL, never the caller.
  provider.proxy = true
  return provider
}

function claimsOf({ name, documentType, documentNumber, phone }: VerifiedIdentity): Record<string, string> {
  return {
    name,
    document_type: documentType,
    document_number: documentNumber,
    ...(phone ? { phone_number: phone } : {}),
  }
}
