import type { z } from '@hono/zod-openapi'
import type { Actor, ChannelActor } from '#lib/domain/actor.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { RefusalReason, Result } from '#lib/domain/refusal.ts'
import type { Refused } from './problem.ts'
import type { Reply } from './reply.ts'

/**
 * `public`: anybody may read · `own`: somebody known reads what is theirs · `write`: somebody known changes something ·
 * `channel`, `channel-write`: a channel reads or changes what is its own, for nobody but itself.
 */
export type Access = 'public' | 'own' | 'write' | 'channel' | 'channel-write'

/** What changes something, and so wants an idempotency key. */
export type Writing = 'write' | 'channel-write'

export function isWriting(access: Access): access is Writing {
  return access === 'write' || access === 'channel-write'
}

/** One request, parsed and allowed in. */
interface Call<Query, Params, Body, Who extends Access> {
  readonly query: Query
  readonly params: Params
  readonly body: Body
  /** Who asks; unknown where anybody may. */
  readonly actor: Who extends 'public' ? undefined : Who extends 'own' | 'write' ? Actor : ChannelActor
  /** The idempotency key of a write, made by the caller before its first try. */
  readonly key: Who extends Writing ? string : undefined
  /** By what tries are counted: a channel, a person, or a client address. */
  readonly client: string
  readonly locale: Locale
  readonly now: Date
  readonly header: (name: string) => string | undefined
}

interface Example {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface Definition<
  Query extends z.ZodType,
  Params extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Who extends Access,
> {
  /** Stable name: operationId of the document and key of its texts. */
  readonly id: string
  readonly method: 'get' | 'post'
  /** Below /api/v1, parameters in braces. */
  readonly path: string
  readonly access: Who
  /** What a channel's key must allow, where it is not `read` for reading and `book` for writing. */
  readonly scope?: 'read' | 'book'
  readonly query?: Query
  readonly params?: Params
  readonly body?: Body
  readonly answer: Answer
  readonly answerType?: string
  readonly status?: 200 | 201
  /** The refusals that are this endpoint's own, beside those that any request can meet. */
  readonly refusals?: readonly RefusalReason[]
  /** A request that works in the demo world, for the documentation. */
  readonly example?: Example
  readonly handle: (
    call: Call<z.output<Query>, z.output<Params>, z.output<Body>, Who>,
  ) => Promise<Result<z.input<Answer>> | Refused | Reply>
}

/** An endpoint whose types have been checked against its schemas; what is left is to serve and to describe it. */
export type Endpoint = Omit<Definition<z.ZodType, z.ZodType, z.ZodType, z.ZodType, Access>, 'handle'> & {
  readonly handle: (call: AnyCall) => Promise<Result<unknown> | Refused | Reply>
}

export type AnyCall = Omit<Call<unknown, unknown, unknown, Access>, 'actor' | 'key'> & {
  readonly actor: Actor | undefined
  readonly key: string | undefined
}

/** Declares one endpoint: the same declaration is routed, validated and described, so that none of them can differ. */
export function endpoint<
  Answer extends z.ZodType,
  Who extends Access,
  Query extends z.ZodType = z.ZodType<undefined>,
  Params extends z.ZodType = z.ZodType<undefined>,
  Body extends z.ZodType = z.ZodType<undefined>,
>(definition: Definition<Query, Params, Body, Answer, Who>): Endpoint {
  return definition as unknown as Endpoint
}
