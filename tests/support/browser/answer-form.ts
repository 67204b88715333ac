import type { APIRequestContext, APIResponse } from '@playwright/test'

/**
 * Sends the last form of a page that asks for these answers as a browser without JavaScript would, without drawing the page: with what stands in
 * its fields already and what is answered. Returns the page that comes next.
 */
export async function answerForm(
  request: APIRequestContext,
  page: APIResponse,
  answers: Readonly<Record<string, string>>,
): Promise<APIResponse> {
  const html = await page.text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const forms = Array.from(main.matchAll(/<form.*?<\/form>/gs), ([form]) => readFields(form))
  const names = Object.keys(answers)
  const asks = (fields: readonly Field[]) =>
    names.every((name) => fields.some((field) => field.name === name))
  const asked = forms.findLast(asks) ?? []
  const unknown = names.filter((name) => !asked.some((field) => field.name === name))
  if (unknown.length > 0) throw new Error(`${page.url()} does not ask for ${unknown.join()}`)
  const standing = asked.filter(({ isSent }) => isSent).map(({ name, value }) => [name, value])
  const url = new URL(page.url())
  const next = await request.post(url.href, {
    headers: { origin: url.origin },
    multipart: { ...Object.fromEntries(standing), ...answers },
  })
  if (next.url() === url.href) throw new Error(`${url.pathname} leads nowhere (${next.status()})`)
  return next
}

interface Field {
  readonly name: string
  readonly value: string
  readonly isSent: boolean
}

function readFields(form: string): Field[] {
  const inputs = Array.from(form.matchAll(/<input ([^>]*)>/g), ([, text = '']): Field => {
    const isChoice = /type="(radio|checkbox)"/.test(text)
    const isSent = !isChoice || / checked=""/.test(text)
    return { name: read(text, 'name'), value: read(text, 'value'), isSent }
  })
  const lists = Array.from(
    form.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs),
    ([, text = '', list = '']): Field => {
      const options = Array.from(list.matchAll(/<option ([^>]*)>/g), ([, option = '']) => option)
      const chosen = options.find((option) => / ?selected=""/.test(option)) ?? options[0] ?? ''
      return { name: read(text, 'name'), value: read(chosen, 'value'), isSent: true }
    },
  )
  return [...inputs, ...lists].filter(({ name }) => name !== '')
}

function read(text: string, attribute: string): string {
  const [, value = ''] = new RegExp(`(?:^| )${attribute}="([^"]*)"`).exec(text) ?? []
  return value
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
