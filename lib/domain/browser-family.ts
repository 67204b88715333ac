/** Browsers as people call them; nothing that would tell one machine from another. */
const BROWSER_FAMILIES = ['wechat', 'edge', '360', 'qq', 'firefox', 'chrome', 'safari', 'other'] as const

export type BrowserFamily = (typeof BROWSER_FAMILIES)[number]

// The narrow ones first: nearly all call themselves Chrome and Safari as well.
const MARKS: readonly (readonly [BrowserFamily, RegExp])[] = [
  ['wechat', /MicroMessenger|wxwork/i],
  ['360', /QihooBrowser|360SE|360EE|QHBrowser/i],
  ['qq', /QQBrowser/i],
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /\b(Chrome|CriOS|Chromium)\//],
  ['safari', /\bSafari\//],
]

/** The family of a browser by what it says of itself (`User-Agent`); kept instead of the whole, which is nobody's business. */
export function browserFamily(userAgent: string | null): BrowserFamily {
  const text = (userAgent ?? '').slice(0, 500)
  return MARKS.find(([, mark]) => mark.test(text))?.[0] ?? 'other'
}

export function isBrowserFamily(text: string | null): text is BrowserFamily {
  return (BROWSER_FAMILIES as readonly (string | null)[]).includes(text)
}
