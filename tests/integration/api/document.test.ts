import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { app } from '#lib/api/app.ts'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { REFUSAL_REASONS } from '#lib/domain/refusal.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { openApiSite } from './fixtures/api-site.ts'

await openTestDatabase()
const { ask } = await openApiSite()
const document = (await ask('/openapi.json?lang=en')).json

type Node = Record<string, unknown>

function nodesOf(node: unknown, path = '#'): [string, Node][] {
  if (typeof node !== 'object' || node === null) return []
  const inner = Object.entries(node).flatMap(([key, value]) => nodesOf(value, `${path}/${key}`))
  return Array.isArray(node) ? inner : [[path, node as Node], ...inner]
}

describe('the OpenAPI document', () => {
  test('is one of version 3.1, with what such a document must have', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    expect(document.servers).toEqual([{ url: '/api/v1' }])
    const ids = new Set<string>()
    for (const [path, item] of Object.entries<Node>(document.paths)) {
      expect(path).toMatch(/^\//)
      for (const [method, operation] of Object.entries(item as Record<string, Node>)) {
        expect(['get', 'post']).toContain(method)
        expect(ids.has(String(operation.operationId))).toBe(false)
        ids.add(String(operation.operationId))
        const declared = ((operation.parameters ?? []) as Node[]).filter((one) => one.in === 'path')
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
        expect(declared.map((one) => one.name)).toEqual(inPath)
        expect(declared.every((one) => one.required === true)).toBe(true)
        for (const [status, response] of Object.entries(operation.responses as Record<string, Node>)) {
          expect(status).toMatch(/^[2345]\d\d$/)
          expect(String(response.description)).not.toBe('')
        }
      }
    }
  })

  test('has an end for every reference', () => {
    for (const [path, node] of nodesOf(document)) {
      if (typeof node.$ref !== 'string') continue
      const [, ...steps] = node.$ref.split('/')
      expect(
        steps.reduce((at, step) => at?.[step], document),
        `${path} → ${node.$ref}`,
      ).toBeDefined()
    }
  })

  test('describes every route of the app, and none besides', () => {
    const routes = app.routes.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`)
    const described = Object.entries<Node>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(described.sort()).toEqual(routes.sort())
  })

  test('knows every reason of refusal, and asks for the idempotency key on every write', () => {
    expect(document.components.schemas.Problem.properties.reason.enum).toEqual([...REFUSAL_REASONS, 'fault'])
    const writes = Object.entries<Node>(document.paths).filter(
      ([path, item]) => path.startsWith('/appointments') && item.post,
    )
    expect(writes).toHaveLength(5)
    for (const [, item] of writes) {
      const { parameters } = item.post as { parameters: Node[] }
      expect(parameters).toContainEqual(
        expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
      )
    }
  })

  test.each(LOCALES)('explains every field, parameter and operation in %s', async (locale) => {
    const { json, text } = await ask(`/openapi.json?lang=${locale}`)
    expect(text).not.toMatch(/"api\.(field|operation|page)\./)
    for (const [path, node] of nodesOf(json)) {
      if (node.in && node.schema) expect(node.description, path).toMatch(/./)
      if (typeof node.properties !== 'object') continue
      for (const [name, field] of Object.entries(node.properties as Record<string, Node>)) {
        expect(field.description, `${path} ${name}`).toMatch(/./)
      }
    }
  })
})

describe('the documentation for people', () => {
  test.each(LOCALES)('shows all of it in %s, without any script', async (locale) => {
    const { status, text, headers } = await ask(`/docs?lang=${locale}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text).toContain(`<html lang="${locale}">`)
    expect(text).not.toMatch(/<script|\son\w+=|\sstyle=|javascript:/i)
    expect(text).not.toMatch(/\bapi\.(field|operation|page)\./)
    const style = /<style>([^<]*)<\/style>/.exec(text)?.[1] ?? ''
    const allowed = `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`
    expect(headers.get('content-security-policy')).toContain(allowed)
    for (const path of Object.keys(document.paths)) expect(text).toContain(`<code>/api/v1${path}</code>`)
    for (const reason of REFUSAL_REASONS) expect(text).toContain(`<dt id="${reason}">`)
    for (const schema of Object.keys(document.components.schemas))
      expect(text).toContain(`id="schema-${schema}"`)
  })

  test('keeps every promise of its links', async () => {
    const { text } = await ask('/docs?lang=en')
    const ids = new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) expect(ids, String(target)).toContain(target)
  })
})
