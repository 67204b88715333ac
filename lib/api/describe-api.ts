import { type createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Locale } from '#lib/domain/localized-text.ts'
import { REFUSAL_REASONS } from '#lib/domain/refusal.ts'
import { apiText } from '#lib/format/api-text.ts'
import { type Access, type Endpoint, isWriting } from './endpoint.ts'
import { explainFields } from './explain-fields.ts'
import { STATUS_OF } from './problem.ts'
import { keyHeaderSchema } from './schemas.ts'

export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>
type Route = Parameters<typeof createRoute>[0]

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    reason: z.enum([...REFUSAL_REASONS, 'fault']),
    errors: z
      .array(
        z.object({
          path: z.string(),
          reason: z.string(),
          earliestOn: z.string().optional().openapi({ format: 'date' }),
          article: z.string().optional(),
          text: z.string(),
        }),
      )
      .optional(),
    traceId: z.string(),
  })
  .openapi('Problem')

const described = new Map<Locale, OpenApiDocument>()

/** The OpenAPI 3.1 document, generated from the very schemas that requests are checked with; its words in one language. */
export function describeApi(endpoints: readonly Endpoint[], locale: Locale): OpenApiDocument {
  const known = described.get(locale)
  if (known) return known
  const app = new OpenAPIHono()
  const { openAPIRegistry } = app
  openAPIRegistry.registerComponent('securitySchemes', 'channelKey', {
    type: 'http',
    scheme: 'bearer',
    description: apiText(locale, 'channelKey'),
  })
  openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'yd-session',
    description: apiText(locale, 'session'),
  })
  for (const endpoint of endpoints) openAPIRegistry.registerPath(routeOf(endpoint, locale))
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: apiText(locale, 'title'), version: '1.0.0', description: apiText(locale, 'intro') },
    servers: [{ url: '/api/v1' }],
  })
  explainFields(document, locale)
  described.set(locale, document)
  return document
}

function routeOf(endpoint: Endpoint, locale: Locale): Route {
  const { id, method, path, access, query, params, body, example } = endpoint
  return {
    operationId: id,
    method,
    path,
    summary: apiText(locale, `operation.${id}.summary`),
    description: apiText(locale, `operation.${id}.description`),
    security: securityOf(access),
    request: {
      ...(query ? { query: query as z.ZodObject } : {}),
      ...(params ? { params: params as z.ZodObject } : {}),
      ...(isWriting(access) ? { headers: z.object({ 'Idempotency-Key': keyHeaderSchema }) } : {}),
      ...(body
        ? {
            body: {
              required: true,
              content: {
                'application/json': { schema: body, ...(example?.body ? { example: example.body } : {}) },
              },
            },
          }
        : {}),
    },
    responses: responsesOf(endpoint, locale),
  }
}

function securityOf(access: Access): Record<string, string[]>[] {
  if (access === 'public') return [{}, { channelKey: [] }]
  return access.startsWith('channel') ? [{ channelKey: [] }] : [{ channelKey: [] }, { session: [] }]
}

function responsesOf(endpoint: Endpoint, locale: Locale): Route['responses'] {
  const { status = 200, answer, answerType = 'application/json', path } = endpoint
  const success = { description: apiText(locale, 'success'), content: { [answerType]: { schema: answer } } }
  const notModified = path.endsWith('/availability')
    ? { 304: { description: apiText(locale, 'notModified') } }
    : {}
  return { [status]: success, ...notModified, ...refusalsOf(endpoint, locale) }
}

/** Refusals by status; each tells its reasons. */
function refusalsOf(
  { access, query, params, body, refusals = [], path }: Endpoint,
  locale: Locale,
): Route['responses'] {
  const reasons = new Map<number, Set<string>>()
  const add = (status: number, reason: string) =>
    reasons.set(status, (reasons.get(status) ?? new Set<string>()).add(reason))
  for (const reason of refusals) add(STATUS_OF[reason], reason)
  if (query || params || body) add(422, 'invalid-input')
  if (body) for (const status of [400, 413, 415]) add(status, 'invalid-input')
  if (isWriting(access)) add(422, 'idempotency-mismatch')
  if (access !== 'public') for (const status of [401, 403]) add(status, 'not-allowed')
  if (path !== '/health/live') add(503, 'overloaded')
  add(429, 'rate-limited')
  add(500, 'fault')
  const told = [...reasons].sort(([one], [other]) => one - other)
  return Object.fromEntries(
    told.map(([status, found]) => [
      status,
      {
        description: `${apiText(locale, 'refused')} ${[...found].map((reason) => `\`${reason}\``).join(', ')}`,
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  )
}
