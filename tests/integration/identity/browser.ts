interface Cookie {
  readonly value: string
  readonly path: string
}

/** As much of a browser as signing in without JavaScript needs: cookies with paths, forms, redirects one at a time. */
export class Browser {
  readonly cookies = new Map<string, Cookie>()
  private readonly origin: string

  constructor(origin: string) {
    this.origin = origin
  }

  /** One request, no redirect followed. With `form` it is a POST from one of our own pages. */
  async open(address: string, form?: Record<string, string>): Promise<Response> {
    const url = new URL(address, this.origin)
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        cookie: this.headerFor(url.pathname),
        ...(form ? { origin: this.origin, 'sec-fetch-site': 'same-origin' } : {}),
      },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return response
  }

  /** The same, and where it leads. */
  async follow(address: string, form?: Record<string, string>): Promise<string> {
    return (await this.open(address, form)).headers.get('location') ?? ''
  }

  valueOf(name: string): string | undefined {
    return [...this.cookies].find(([key]) => key.startsWith(`${name} `))?.[1].value
  }

  put(name: string, value: string): void {
    this.cookies.set(`${name} /`, { value, path: '/' })
  }

  headerFor(path: string): string {
    return [...this.cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ')
  }

  /** Another browser that holds the same cookies, as of now. */
  copy(): Browser {
    const twin = new Browser(this.origin)
    for (const [key, cookie] of this.cookies) twin.cookies.set(key, cookie)
    return twin
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(pair.indexOf('=') + 1)
    const path = attributes.find((one) => /^path=/i.test(one))?.slice('path='.length) ?? '/'
    const gone = value === '' || attributes.some((one) => /^max-age=0$/i.test(one))
    if (gone) this.cookies.delete(`${name} ${path}`)
    else this.cookies.set(`${name} ${path}`, { value, path })
  }
}
