import { z } from '@hono/zod-openapi'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { describeApi } from '../describe-api.ts'
import { DOCS_POLICY, docsPage } from '../docs-page.ts'
import { type Endpoint, endpoint } from '../endpoint.ts'
import { jsonReply } from '../reply.ts'

const query = z.strictObject({ lang: z.enum(LOCALES).optional() })
const KEPT = { 'Cache-Control': 'public, max-age=300', Vary: 'Accept-Language' }

/** The API about itself: for programs, and for people. */
export function documents(described: () => readonly Endpoint[]): readonly Endpoint[] {
  return [
    endpoint({
      id: 'getDocument',
      method: 'get',
      path: '/openapi.json',
      access: 'public',
      query,
      answer: z.looseObject({ openapi: z.string() }).openapi('OpenApiDocument'),
      handle: async ({ query: { lang }, locale }) =>
        jsonReply(200, describeApi(described(), lang ?? locale), {
          ...KEPT,
          'Content-Language': lang ?? locale,
        }),
    }),
    endpoint({
      id: 'readDocs',
      method: 'get',
      path: '/docs',
      access: 'public',
      query,
      answer: z.string(),
      answerType: 'text/html',
      handle: async ({ query: { lang }, locale }) => ({
        status: 200,
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          ...KEPT,
          'Content-Security-Policy': DOCS_POLICY,
          'Content-Language': lang ?? locale,
        },
        text: docsPage(described(), lang ?? locale),
      }),
    }),
  ]
}
