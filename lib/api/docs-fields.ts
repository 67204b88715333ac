import type { Locale } from '#lib/domain/localized-text.ts'
import { apiText } from '#lib/format/api-text.ts'
import { type Html, html, prose } from '#lib/format/html.ts'

/** A schema as the document holds it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Schema
  readonly description?: string
}

/** The fields of an object, one entry each, with what they are and whether they must be there. */
export function fieldList(schema: Schema, locale: Locale): Html {
  const entries = Object.entries(schema.properties ?? {}).map(([name, field]) =>
    entry(name, field, schema.required?.includes(name) ?? false, field.description, locale),
  )
  return html`<dl class="fields">${entries}</dl>`
}

/** The same for the parameters of an operation. */
export function parameterList(parameters: readonly Parameter[], locale: Locale): Html {
  const entries = parameters.map(({ name, schema, required, description }) =>
    entry(name, schema, required ?? false, description, locale),
  )
  return html`<dl class="fields">${entries}</dl>`
}

/** What a schema is, in one short phrase; a named one leads to its own list. */
export function typeOf(schema: Schema): Html {
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
    return html`<a href="#schema-${name}">${name}</a>`
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) return joined(choices.map(typeOf), ' | ')
  if (schema.enum)
    return joined(
      schema.enum.map((value) => html`<code>${String(value)}</code>`),
      ' · ',
    )
  if (schema.const !== undefined) return html`<code>${String(schema.const)}</code>`
  if (schema.items) return html`${typeOf(schema.items)}[]`
  if (schema.prefixItems) return html`[${joined(schema.prefixItems.map(typeOf), ', ')}]`
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, field]) => html`${name}: ${typeOf(field)}`)
    return html`{ ${joined(fields, ', ')} }`
  }
  return html`${[schema.type ?? 'any'].flat().join(' | ')}${schema.format ? ` (${schema.format})` : ''}`
}

function entry(
  name: string,
  schema: Schema,
  required: boolean,
  description: string | undefined,
  locale: Locale,
): Html {
  const need = apiText(locale, required ? 'page.required' : 'page.optional')
  return html`<div><dt><code>${name}</code> <span class="need">${need}</span></dt><dd>${prose(description ?? '')}</dd><dd class="type">${typeOf(schema)}</dd></div>`
}

function joined(parts: readonly Html[], between: string): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`
}
