import type { Locale } from '#lib/domain/localized-text.ts'
import { apiText } from '#lib/format/api-text.ts'
import { type Html, html, prose } from '#lib/format/html.ts'
import { fieldList, type Parameter, parameterList, type Schema, typeOf } from './docs-fields.ts'
import { type Endpoint, isWriting } from './endpoint.ts'

/** One operation as the document holds it. */
export interface Operation {
  readonly summary: string
  readonly description: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string
        readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
      }
    >
  >
}

/** One operation for people: what it is for, what to send, what comes back, and a line to try it with. */
export function operationSection(endpoint: Endpoint, operation: Operation, locale: Locale): Html {
  const say = (key: string) => apiText(locale, `page.${key}`)
  const body = operation.requestBody?.content['application/json']?.schema
  const answers = Object.entries(operation.responses)
  const success = answers.find(([status]) => status.startsWith('2'))
  const refusals = answers.filter(([status]) => !status.startsWith('2'))
  return html`<section id="${endpoint.id}">
<h3><span class="method">${endpoint.method.toUpperCase()}</span> <code>/api/v1${endpoint.path}</code></h3>
<p class="lead">${operation.summary}</p>
<p>${prose(operation.description)}</p>
<p class="who">${say(`access.${endpoint.scope === 'book' ? 'channel-book' : endpoint.access}`)}</p>
${operation.parameters ? html`<h4>${say('parameters')}</h4>${parameterList(operation.parameters, locale)}` : undefined}
${body ? html`<h4>${say('body')}</h4>${body.$ref ? html`<p>${typeOf(body)}</p>` : fieldList(body, locale)}` : undefined}
<h4>${say('answer')}</h4>
${success ? html`<p><b>${success[0]}</b> ${answerType(success[1].content)}</p>` : undefined}
<h4>${say('refusals')}</h4>
<ul>${refusals.map(([status, { description }]) => html`<li><b>${status}</b> ${prose(description)}</li>`)}</ul>
<h4>${say('example')}</h4>
<pre tabindex="0"><code>${curlOf(endpoint)}</code></pre>
</section>`
}

/** A request for a terminal; `$BASE` and `$KEY` stand for the address and the channel key. */
function curlOf({ method, path, access, example }: Endpoint): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => example?.params?.[name] ?? `{${name}}`)
  const query = Object.entries(example?.query ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const lines = [`curl -sS "$BASE/api/v1${filled}${query ? `?${query}` : ''}"`]
  if (access !== 'public') lines.push(`-H "Authorization: Bearer $KEY"`)
  if (isWriting(access)) lines.push(`-H "Idempotency-Key: $(uuidgen)"`)
  if (method === 'post') {
    lines.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(example?.body ?? {})}'`)
  }
  return lines.join(' \\\n  ')
}

function answerType(content: Operation['responses'][string]['content']): Html {
  const [type, { schema }] = Object.entries(content ?? {})[0] ?? ['', { schema: undefined }]
  if (type !== 'application/json' || !schema) return html`<code>${type}</code>`
  return typeOf(schema)
}
