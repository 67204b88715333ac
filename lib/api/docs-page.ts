import { hash } from 'node:crypto'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import { REFUSAL_REASONS } from '#lib/domain/refusal.ts'
import { apiText } from '#lib/format/api-text.ts'
import { type Html, html, prose } from '#lib/format/html.ts'
import { refusalText } from '#lib/format/refusal-text.ts'
import { describeApi } from './describe-api.ts'
import { fieldList, type Schema, typeOf } from './docs-fields.ts'
import { type Operation, operationSection } from './docs-operation.ts'
import { DOCS_STYLE } from './docs-style.ts'
import type { Endpoint } from './endpoint.ts'
import { STATUS_OF } from './problem.ts'

/** The page has one style of its own, told by its hash, and no script. */
export const DOCS_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', DOCS_STYLE, 'base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The API for people: one page without script, made from the document that programs read. */
export function docsPage(endpoints: readonly Endpoint[], locale: Locale): string {
  const say = (key: string) => apiText(locale, key)
  const document = describeApi(endpoints, locale)
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)
  const sections = endpoints.map((endpoint) => {
    const operation = document.paths?.[endpoint.path]?.[endpoint.method] as unknown as Operation
    return operationSection(endpoint, operation, locale)
  })
  const style = html`<style>${{ markup: DOCS_STYLE }}</style>`
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('title')}</title>
${style}
</head>
<body>
<a class="skip" href="#main">${say('page.skip')}</a>
<header>
<p class="brand"><a href="/">${say('page.home')}</a></p>
<nav aria-label="${say('page.languages')}">${LOCALES.map((one) => languageLink(one, locale))}</nav>
</header>
<main id="main">
<h1>${say('title')}</h1>
<p>${prose(say('intro'))}</p>
<p><a href="/api/v1/openapi.json?lang=${locale}">${say('page.document')}</a></p>
<h2 id="rules">${say('page.rules.title')}</h2>
<ul>${['data', 'who', 'keys', 'problems', 'limits', 'fresh', 'webhooks', 'examples'].map((rule) => html`<li>${prose(say(`page.rules.${rule}`))}</li>`)}</ul>
<h2 id="operations">${say('page.operations')}</h2>
<ul class="toc">${endpoints.map((one) => html`<li><a href="#${one.id}"><span class="method">${one.method.toUpperCase()}</span> <code>${one.path}</code></a> ${say(`operation.${one.id}.summary`)}</li>`)}</ul>
${sections}
<h2 id="reasons">${say('page.reasons')}</h2>
<dl>${[...REFUSAL_REASONS, 'fault' as const].map((reason) => reasonEntry(reason, locale))}</dl>
<h2 id="schemas">${say('page.schemas')}</h2>
${schemas.map(([name, schema]) => schemaSection(name, schema, locale))}
</main>
</body>
</html>
`
  return page.markup
}

function languageLink(one: Locale, current: Locale): Html {
  const name = apiText(one, 'page.language')
  return one === current
    ? html`<span aria-current="true">${name}</span>`
    : html`<a href="/api/v1/docs?lang=${one}" hreflang="${one}" lang="${one}">${name}</a>`
}

function reasonEntry(reason: (typeof REFUSAL_REASONS)[number] | 'fault', locale: Locale): Html {
  const { title, detail } = refusalText(locale, { reason })
  return html`<dt id="${reason}"><code>${reason}</code> <span class="status">${STATUS_OF[reason]}</span></dt><dd><b>${title}</b> ${detail}</dd>`
}

function schemaSection(name: string, schema: Schema, locale: Locale): Html {
  const shown = schema.properties ? fieldList(schema, locale) : html`<p>${typeOf(schema)}</p>`
  return html`<section id="schema-${name}"><h3>${name}</h3>${shown}</section>`
}
