import { loadMessages } from '#lib/i18n/load-messages.ts'

// A text that is missing is shown by its name: journey.place.title.
const namespaces = Object.keys(loadMessages('zh-CN')).join('|')
const key = new RegExp(`(?<![\\w./@-])(?:${namespaces})(?:\\.[A-Za-z][\\w-]*)+(?![\\w/@-])`, 'g')
const told = /\s(?:aria-label|alt|title|placeholder|content)="([^"]*)"/g

/** The names of messages that a page shows instead of texts, in what is seen and in what is read aloud. */
export function findMessageKeys(html: string): string[] {
  const visible = html
    .replace(/<(script|style|template)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, '')
  const texts = [visible.replace(/<[^>]*>/g, ' '), ...Array.from(visible.matchAll(told), ([, text]) => text)]
  return [...new Set(texts.flatMap((text) => text?.match(key) ?? []))]
}
