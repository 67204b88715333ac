/** Answers as a browser waits for them, until the last byte; milliseconds. */
export interface Answered {
  readonly milliseconds: number
  readonly address: string
  readonly bytes: number
}

/** What the server calls the two forms of the page that every clerk uses all day. */
export interface Forms {
  readonly scan: string
  readonly next: string
}

/** A clerk's browser on the page of today: signed in, its forms sent by the page's own script, its list kept live. */
export interface Screen {
  readonly read: () => Promise<Answered>
  readonly send: (form: keyof Forms, fields: Readonly<Record<string, string>>) => Promise<Answered>
  /** The same without script: the form is posted, the browser follows to the page. */
  readonly post: (form: keyof Forms, fields: Readonly<Record<string, string>>) => Promise<Answered>
  /** Listens to the news of the list, until the signal. */
  readonly watch: (signal: AbortSignal, told: () => void) => Promise<void>
}

/** Opens the page as whoever holds the token and finds its forms. */
export async function openScreen(origin: string, token: string): Promise<Screen> {
  const own = { cookie: `yd-desk=${token}`, 'accept-language': 'zh-CN' }
  const page = `${origin}/desk`
  const html = await (await fetch(page, { headers: own })).text()
  const forms = { scan: actionBefore(html, 'name="scan"'), next: actionBefore(html, 'data-key="n"') }
  return {
    read: () => timed(fetch(page, { headers: { ...own, 'sec-fetch-mode': 'navigate' } })),
    send: (form, fields) => {
      const headers = { ...own, origin, accept: 'text/x-component', 'next-action': forms[form] }
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value)
      body.append('0', JSON.stringify(['$K1']))
      return timed(fetch(page, { method: 'POST', headers, body, redirect: 'manual' }))
    },
    post: async (form, fields) => {
      const body = new FormData()
      body.append(`$ACTION_ID_${forms[form]}`, '')
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      return timed(fetch(page, { method: 'POST', headers: { ...own, origin }, body }))
    },
    watch: async (signal, told) => {
      const stream = await fetch(`${origin}/desk/live?day`, { headers: own, signal })
      const text = stream.body?.pipeThrough(new TextDecoderStream())
      try {
        for await (const part of text ?? []) if (part.includes('event: day')) told()
      } catch (fault) {
        if (!signal.aborted) throw fault
      }
    },
  }
}

async function timed(asked: Promise<Response>): Promise<Answered> {
  const since = performance.now()
  const answer = await asked
  const body = await answer.arrayBuffer()
  const milliseconds = performance.now() - since
  if (answer.status >= 400)
    throw new Error(
      `${answer.url} answered ${answer.status} after ${milliseconds} ms: ${new TextDecoder().decode(body).slice(0, 300)}`,
    )
  const address = answer.headers.get('x-action-redirect') ?? answer.url
  return { milliseconds, address, bytes: body.byteLength }
}

/** React writes the name of a form's action in front of its fields. */
function actionBefore(html: string, mark: string): string {
  const before = html.slice(0, html.indexOf(mark))
  const [, id] = [...before.matchAll(/\$ACTION_ID_([0-9a-f]+)/g)].at(-1) ?? []
  if (!id) throw new Error(`no form with ${mark} on the page`)
  return id
}
