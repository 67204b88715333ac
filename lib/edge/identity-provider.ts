import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from '#lib/env.ts'
import { describeDemoClient } from '#lib/identity/describe-demo-client.ts'

export type IdentityClaims = Readonly<Record<string, unknown>>

// What next-auth hands over and does not declare.
interface SignedTokens {
  claims(): IdentityClaims
}

const SCOPE = 'openid identity phone'

/**
 * The identity service as next-auth wants it described: the configured OpenID provider, or the demo service of this
 * very process. `prompt=login` because two people often share one phone: nobody slips in on the other's session there.
 */
export function identityProvider(): OAuthConfig<IdentityClaims> {
  return {
    id: 'identity',
    name: 'identity',
    type: 'oauth',
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: 10_000 },
    userinfo: {
      url: `${demoBackChannel()}/me`,
      request: async ({ client, tokens }) => {
        const signed = (tokens as unknown as SignedTokens).claims()
        const facts = await client.userinfo(tokens.access_token ?? '')
        // OpenID Connect Core 5.3.2: facts about another person than the token's must not be used.
        if (facts.sub !== signed.sub) throw new Error('the facts are about somebody else')
        return { ...facts, ...signed }
      },
    },
    profile: (claims) => ({ id: String(claims.sub ?? '') }),
    ...(env.oidcIssuer ? configured(env.oidcIssuer) : demo()),
  }
}

/** Who proves names here: the configured service, the demo service where anybody may be anybody, or nobody at all. */
export function identityServiceKind(): 'configured' | 'demo' | 'none' {
  if (env.oidcIssuer) return 'configured'
  return env.demo ? 'demo' : 'none'
}

function configured(issuer: string): Partial<OAuthConfig<IdentityClaims>> {
  return {
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: env.oidcClientId ?? '',
    clientSecret: env.oidcClientSecret ?? '',
    authorization: { params: { scope: SCOPE, prompt: 'login' } },
  }
}

// People reach the demo service under the public address; this process talks to itself over the loopback, so that
// signing in works behind any proxy, port mapping or certificate.
function demo(): Partial<OAuthConfig<IdentityClaims>> {
  const { issuer, clientId, clientSecret, signingAlgorithm } = describeDemoClient(env.publicUrl)
  return {
    issuer,
    clientId,
    clientSecret,
    client: { id_token_signed_response_alg: signingAlgorithm },
    authorization: { url: `${issuer}/auth`, params: { scope: SCOPE, prompt: 'login' } },
    token: { url: `${demoBackChannel()}/token` },
    jwks_endpoint: `${demoBackChannel()}/jwks`,
  }
}

function demoBackChannel(): string {
  const host = /^(0\.0\.0\.0|::)$/.test(env.host) ? '127.0.0.1' : env.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${env.port}/demo-identity`
}
