// The tablet of a window. It hears of every change in the hall and asks what it should show; whatever was half typed is
// gone after a minute without a touch, and as soon as the next couple is called. It goes to another page only after the
// server has just answered, so that a cut line never leaves an empty screen.
;(() => {
  const POLL_MS = 5000
  const QUIET_MS = 40_000
  const SURE_MS = 30_000
  const CUT_MS = 20_000
  const WARN_MS = 15_000
  const NIGHT_HOUR = 3

  const facts = document.body.dataset
  const byId = (id) => document.getElementById(id)
  const form = document.querySelector('form')
  const resetMs = Number(facts.reset) * 1000
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  const hourOf = (text) => Number(text.slice(-2))
  const dayOf = (text) => text.slice(0, 10)
  const bornOn = dayOf(clock.format(Date.now()))

  let phase = facts.phase
  let touchedAt = Date.now()
  let heardAt = Date.now()
  let sureAt = Date.now()
  let askedAt = 0
  let openedAt = 0
  let isAsking = false
  let isAskedAgain = false
  let isSending = false
  let stream

  // Which visit was put away here: it is not brought up again.
  const past = (visit) => {
    try {
      if (visit) sessionStorage.setItem('past', visit)
      return sessionStorage.getItem('past')
    } catch {
      return visit ?? null
    }
  }

  function rest() {
    phase = 'rest'
    form.reset()
    byId('error').hidden = true
    byId('soon').hidden = true
    for (const id of ['ask', 'thanks']) byId(id).hidden = true
    byId('rest').hidden = false
    touchedAt = Date.now()
  }

  function putAway() {
    if (phase === 'ask') past(facts.visit)
    rest()
  }

  function follow({ visit, isBusy }) {
    if (isSending) return
    const isNew = visit !== '' && visit !== past()
    if (phase === 'ask' && visit !== facts.visit) rest()
    if (phase === 'thanks' && isBusy) rest()
    if (phase !== 'ask' && isNew) location.replace('/tablet')
  }

  async function ask() {
    if (isAsking) {
      isAskedAgain = true
      return
    }
    isAsking = true
    askedAt = Date.now()
    try {
      const answer = await fetch('/tablet/state', { cache: 'no-store', signal: AbortSignal.timeout(4000) })
      // No longer a tablet of ours.
      if (answer.status === 403) location.replace('/tablet')
      if (answer.ok) {
        sureAt = Date.now()
        follow(await answer.json())
      }
    } catch {
      // Asked again at the next tick.
    }
    isAsking = false
    if (isAskedAgain) {
      isAskedAgain = false
      ask()
    }
  }

  function listen() {
    openedAt = Date.now()
    heardAt = openedAt
    stream?.close()
    stream = new EventSource(facts.live)
    stream.addEventListener('board', () => {
      heardAt = Date.now()
      ask()
    })
    stream.addEventListener('beat', () => {
      heardAt = Date.now()
    })
  }

  const complain = (text) => {
    byId('error').textContent = text
    byId('error').hidden = false
  }

  // The browser would ask for a level in its own language, not in the one that was chosen here.
  form.noValidate = true
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (isSending) return
    isSending = true
    byId('error').hidden = true
    try {
      const answer = await fetch('/tablet', {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        signal: AbortSignal.timeout(8000),
      })
      if (answer.ok && answer.redirected) {
        location.replace(answer.url)
        return
      }
      complain(answer.ok ? facts.missing : facts.unsent)
    } catch {
      complain(facts.unsent)
    }
    isSending = false
  })

  const touched = () => {
    touchedAt = Date.now()
    byId('soon').hidden = true
  }
  for (const kind of ['pointerdown', 'keydown', 'input']) addEventListener(kind, touched, { passive: true })
  addEventListener('pageshow', ({ persisted }) => persisted && location.replace('/tablet'))
  byId('decline').hidden = false
  byId('decline').addEventListener('click', putAway)

  const isListening = () => stream?.readyState === 1 && Date.now() - heardAt < QUIET_MS
  const isSure = () => Date.now() - sureAt < 2000

  function tick() {
    const idle = Date.now() - touchedAt
    if (phase !== 'rest' && idle >= resetMs && !isSending) putAway()
    if (phase === 'ask') byId('soon').hidden = idle < resetMs - WARN_MS
    byId('mark').hidden = Date.now() - sureAt < CUT_MS + (isListening() ? SURE_MS : 0)
    if (Date.now() - askedAt > (isListening() ? SURE_MS : POLL_MS)) ask()
    if (!isListening() && Date.now() - openedAt > POLL_MS && stream?.readyState !== 0) listen()
    if (phase !== 'rest' || !isSure()) return
    // The next couple finds it as it was: in the language of the house, and each night as a new page.
    const now = clock.format(Date.now())
    const isOld = dayOf(now) !== bornOn && hourOf(now) >= NIGHT_HOUR
    if (isOld || (location.search !== '' && idle >= resetMs)) location.replace('/tablet')
  }

  const stayAwake = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {})
  }
  document.addEventListener('visibilitychange', stayAwake)
  stayAwake()
  if (phase === 'ask' && past() === facts.visit) rest()
  askedAt = Date.now()
  listen()
  setInterval(tick, 1000)
})()
