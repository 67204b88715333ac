/** Markup that may stand in a page as it is. */
export interface Html {
  readonly markup: string
}

type Part = Html | string | number | undefined | readonly Html[]

/** A piece of a page. Whatever is put into it is text, and shown as text, unless it is markup made here. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Html {
  const markup = pieces.reduce((done, piece, index) => done + markupOf(parts[index - 1]) + piece)
  return { markup }
}

function markupOf(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part))
  if ('markup' in part) return part.markup
  return part.map((one) => one.markup).join('')
}

function escapeText(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

/** A text of the messages: parts between backticks are code. */
export function prose(text: string): Html {
  const parts = text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))
  return html`${parts}`
}
