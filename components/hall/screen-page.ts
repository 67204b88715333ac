import { type Html, html } from '#lib/format/html.ts'

/** The words of the screens of the hall, in one language. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** A whole page of a screen: no framework, one style, one small script; it must stay light and run for days. */
export function screenPage(page: {
  readonly lang: string
  readonly title: string
  readonly nonce: string
  readonly style: string
  /** Loads itself again after so many seconds where no script runs. */
  readonly refresh: { readonly seconds: number; readonly path?: string }
  readonly script: string
  /** Words and facts for the script. */
  readonly data?: Readonly<Record<string, string>>
  readonly body: Html
}): string {
  const { seconds, path } = page.refresh
  const data = Object.entries(page.data ?? {}).map(([name, value]) => html` data-${name}="${value}"`)
  return html`<!doctype html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>${page.title}</title>
<link rel="icon" href="data:,">
<noscript><meta http-equiv="refresh" content="${seconds}${path ? `;url=${path}` : ''}"></noscript>
<style nonce="${page.nonce}">${{ markup: page.style }}</style>
<script nonce="${page.nonce}" src="${page.script}" defer></script>
</head>
<body${data}>${page.body}</body>
</html>`.markup
}
