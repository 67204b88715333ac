/** An answer as a browser waits for it, until the last byte; milliseconds. */
export interface Answered {
  readonly milliseconds: number
  /** Where it leads; of a page, what it shows. */
  readonly address: string
  readonly bytes: number
  /** Of that, the answer to the act itself. */
  readonly act?: number
}

/** What the server calls the two forms of the page that every clerk uses all day. */
export interface Forms {
  readonly scan: string
  readonly next: string
}

/** A clerk's browser on the page of today: signed in, its forms sent by the page's own script, its list kept live. */
export interface Screen {
  readonly read: () => Promise<Answered>
  /** The act, then what stands beside the list: both answers that the page's script waits for, one after the other. */
  readonly send: (form: keyof Forms, fields: Readonly<Record<string, string>>) => Promise<Answered>
  /** The same without script: the form is posted, the browser follows to the page. */
  readonly post: (form: keyof Forms, fields: Readonly<Record<string, string>>) => Promise<Answered>
  /** Listens to the news of the list until the signal; hands on the rows that changed. */
  readonly watch: (signal: AbortSignal, told: (ids: readonly string[]) => void) => Promise<void>
}

/** Where the script is: the page of today, of which it has everything. */
const TREE = treeOf('')
/** The same, with the innermost page asked for anew. */
const WANTED = treeOf('refetch')

/** Opens the page as whoever holds the token and finds its forms. */
export async function openScreen(origin: string, token: string): Promise<Screen> {
  const own = { cookie: `yd-desk=${token}`, 'accept-language': 'zh-CN' }
  const page = `${origin}/desk`
  const html = await (await fetch(page, { headers: own })).text()
  const forms = { scan: actionBefore(html, 'name="scan"'), next: actionBefore(html, 'data-key="n"') }
  const script = { ...own, 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' }
  const rsc = { ...script, rsc: '1', 'next-url': '/desk', 'next-router-state-tree': WANTED }
  // A mark of these headers, which Next's script works out by itself and others are told.
  const unmarked = await fetch(page, { headers: rsc, redirect: 'manual' })
  const mark = new URL(unmarked.headers.get('location') ?? '', page).searchParams.get('_rsc') ?? ''
  return {
    read: async () =>
      (await timed(fetch(page, { headers: { ...own, 'sec-fetch-mode': 'navigate' } }))).answered,
    send: async (form, fields) => {
      const headers = {
        ...script,
        origin,
        accept: 'text/x-component',
        'next-action': forms[form],
        'next-router-state-tree': TREE,
      }
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value)
      body.append('0', JSON.stringify(['$K1']))
      const act = await timed(fetch(page, { method: 'POST', headers, body, redirect: 'manual' }))
      const [, address] = /"(\/desk[^"]*)"/.exec(act.text) ?? []
      if (!address) throw new Error(`an act was answered with ${act.text.slice(0, 300)}`)
      const wanted = new URL(address, origin)
      wanted.searchParams.set('_rsc', mark)
      const shown = await timed(fetch(wanted, { headers: rsc, redirect: 'manual' }))
      return {
        address,
        act: act.answered.milliseconds,
        milliseconds: act.answered.milliseconds + shown.answered.milliseconds,
        bytes: act.answered.bytes + shown.answered.bytes,
      }
    },
    post: async (form, fields) => {
      const body = new FormData()
      body.append(`$ACTION_ID_${forms[form]}`, '')
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      return (await timed(fetch(page, { method: 'POST', headers: { ...own, origin }, body }))).answered
    },
    watch: async (signal, told) => {
      const stream = await fetch(`${origin}/desk/live?day`, { headers: own, signal })
      let rest = ''
      try {
        for await (const part of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
          const events = (rest + part).split('\n\n')
          rest = events.pop() ?? ''
          for (const event of events) {
            const [, data] = /^event: day\ndata: (.*)$/s.exec(event) ?? []
            if (data) told((JSON.parse(data) as { lines: { id: string }[] }).lines.map(({ id }) => id))
          }
        }
      } catch (fault) {
        if (!signal.aborted) throw fault
      }
    },
  }
}

/** What Next's script says it has, as far as the server reads it. */
function treeOf(mark: string): string {
  const page = ['__PAGE__', {}, null, mark || null]
  const tree = ['(today)', 'desk', '(desk)', ''].reduce<unknown[]>(
    (inner, segment) => [segment, { children: inner }, null, null],
    page,
  )
  return encodeURIComponent(JSON.stringify(tree))
}

async function timed(asked: Promise<Response>): Promise<{ answered: Answered; text: string }> {
  const since = performance.now()
  const answer = await asked
  const body = await answer.arrayBuffer()
  const milliseconds = performance.now() - since
  const text = new TextDecoder().decode(body)
  if (answer.status >= 300)
    throw new Error(`${answer.url} answered ${answer.status} after ${milliseconds} ms: ${text.slice(0, 300)}`)
  return { answered: { milliseconds, address: answer.url, bytes: body.byteLength }, text }
}

/** React writes the name of a form's action in front of its fields. */
function actionBefore(html: string, mark: string): string {
  const before = html.slice(0, html.indexOf(mark))
  const [, id] = [...before.matchAll(/\$ACTION_ID_([0-9a-f]+)/g)].at(-1) ?? []
  if (!id) throw new Error(`no form with ${mark} on the page`)
  return id
}
