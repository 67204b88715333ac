import type { HallBoard } from '#lib/domain/hall-board.ts'
import { html } from '#lib/format/html.ts'
import { DISPLAY_STYLE } from './display-style.ts'
import { type Say, screenPage } from './screen-page.ts'

const CALL_ROWS = 6
const NEXT_PLACES = 8

/**
 * The display of a hall, in Chinese with English below: numbers and windows. Every row stands in the page from the start
 * and is only filled anew, so that nothing grows however many are called.
 */
export function displayPage(view: {
  readonly office: string
  readonly path: string
  readonly board: HallBoard
  readonly nonce: string
  readonly say: Say
  readonly english: Say
  readonly traditional: Say
}): string {
  const { board, say, english, traditional } = view
  const [newest, ...earlier] = board.calls
  const both = (key: string) => html`${say(key)} <small lang="en">${english(key)}</small>`
  const holes = { number: '%n', window: '%w' }
  return screenPage({
    lang: 'zh-CN',
    title: say('display.title'),
    nonce: view.nonce,
    style: DISPLAY_STYLE,
    refresh: { seconds: 10 },
    script: '/hall/display.js',
    data: {
      path: view.path,
      'say-zh': say('display.spoken', holes),
      'say-yue': traditional('display.spoken', holes),
      'say-en': english('display.spoken', holes),
      live: say('display.live', { time: '%t' }),
      polling: say('display.polling', { time: '%t' }),
      cut: say('display.cut', { time: '%t' }),
      nobody: say('display.nobody'),
    },
    body: html`
<header><h1>${view.office}</h1><p id="clock"></p></header>
<main>
<section class="now" id="now"${newest ? undefined : html` data-empty`}>
<h2>${both('display.now')}</h2>
<p class="number" id="number">${newest?.number ?? say('display.nobody')}</p>
<p class="to"><span class="please">${say('display.goTo')}</span><b id="window">${newest?.window ?? ''}</b><span>${both('display.window')}</span></p>
</section>
<section class="calls">
<h2>${both('display.last')}</h2>
<ol id="calls">${Array.from({ length: CALL_ROWS }, (_, row) => {
      const call = earlier[row]
      return html`<li${call ? undefined : html` hidden`}><b>${call?.number ?? ''}</b><span><i>${call?.window ?? ''}</i> ${say('display.window')}</span></li>`
    })}</ol>
</section>
<section class="next">
<h2>${both('display.next')}</h2>
<ol id="next">${Array.from({ length: NEXT_PLACES }, (_, place) => {
      const number = board.next[place]
      return html`<li${number ? undefined : html` hidden`}>${number ?? ''}</li>`
    })}</ol>
</section>
</main>
<footer><p id="mark" data-state="live"></p><p>${say('display.hint')}</p><button type="button" id="sound" hidden>${say('display.sound')}</button></footer>`,
  })
}
