import type { Locale } from '#lib/domain/localized-text.ts'
import { apiText } from '#lib/format/api-text.ts'

type Node = Record<string, unknown>

/**
 * Puts words to every field and parameter of a document. One word means one thing everywhere in the API, so that one
 * text for each name is enough.
 */
export function explainFields(document: object, locale: Locale): void {
  visit(document as Node, (name) => apiText(locale, `field.${name}`))
}

function visit(node: unknown, explain: (name: string) => string): void {
  if (Array.isArray(node)) for (const inner of node) visit(inner, explain)
  if (!isNode(node)) return
  if (isNode(node.properties)) describeProperties(node.properties, explain)
  if (typeof node.in === 'string' && typeof node.name === 'string' && isNode(node.schema)) {
    node.description = explain(node.name)
  }
  for (const inner of Object.values(node)) visit(inner, explain)
}

// Version 3.1 allows a description beside a `$ref`.
function describeProperties(properties: Node, explain: (name: string) => string): void {
  for (const [name, schema] of Object.entries(properties)) {
    if (isNode(schema)) schema.description = explain(name)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
