const TELLING = /离婚|離婚|divorce|lihun/i

/**
 * Words by which others would learn what a couple has come for, where others see them: in the address, in what a
 * browser, a messenger or a home screen takes from the head, in the addresses that the page leads to within our site,
 * and in the names of downloads.
 */
export function findTelling(address: string, html: string): string[] {
  const told = [decodeURI(address), ...headOf(html), ...ownLinksOf(html)]
  return told.filter((text) => TELLING.test(text)).map((text) => `tells others: ${text}`)
}

function headOf(html: string): string[] {
  const titles = Array.from(html.matchAll(/<title[^>]*>([^<]*)<\/title>/g), ([, text = '']) => text)
  if (titles.length !== 1 || !titles[0]?.trim()) throw new Error(`a page has ${titles.length} titles`)
  const metas = Array.from(html.matchAll(/<meta [^>]*content="([^"]*)"/g), ([, text = '']) => text)
  const links = Array.from(html.matchAll(/<link [^>]*href="([^"]*)"/g), ([, text = '']) => text)
  return [...titles, ...metas, ...links]
}

function ownLinksOf(html: string): string[] {
  const links = Array.from(html.matchAll(/ (?:href|action)="(\/[^"]*)"/g), ([, path = '']) => decodeURI(path))
  const downloads = Array.from(html.matchAll(/ download="([^"]*)"/g), ([, name = '']) => name)
  return [...links, ...downloads]
}
