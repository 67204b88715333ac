// The display of a hall. It runs for days: one clock ticks, rows are filled and never added, everything that is
// remembered has a length. What it knows are numbers and windows.
;(() => {
  const POLL_MS = 5000
  const QUIET_MS = 40_000
  const CUT_MS = 15_000
  const SURE_MS = 60_000
  const SPEAK_FOR_MS = 60_000
  const SPEECH_MS = 15_000
  const MOST_TO_SAY = 6
  const NIGHT_HOUR = 3

  const words = document.body.dataset
  const byId = (id) => document.getElementById(id)
  const rows = [...byId('calls').children]
  const places = [...byId('next').children]
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
  const put = (element, text) => {
    if (element.textContent !== text) element.textContent = text
  }

  // The clock on the wall is the server's: the one of a screen is often wrong.
  let ahead = 0
  const now = () => Date.now() + ahead

  let shown = 0
  let known
  let sureAt = 0
  let heardAt = 0
  let isAsking = false
  let isUnanswered = false
  let askedAt = 0
  let stream
  let openedAt = 0
  const bornOn = day.format(now())

  const keyOf = ({ number, window, at }) => `${number} ${window} ${at}`

  function show(board) {
    ahead = board.at - Date.now()
    sureAt = Date.now()
    isUnanswered = false
    if (board.at < shown) return
    shown = board.at
    const [newest, ...earlier] = board.calls
    byId('now').toggleAttribute('data-empty', !newest)
    put(byId('number'), newest ? newest.number : words.nobody)
    put(byId('window'), newest ? newest.window : '')
    rows.forEach((row, index) => {
      const call = earlier[index]
      row.hidden = !call
      put(row.querySelector('b'), call ? call.number : '')
      put(row.querySelector('i'), call ? call.window : '')
    })
    places.forEach((place, index) => {
      place.hidden = !board.next[index]
      put(place, board.next[index] ?? '')
    })
    const calls = board.calls.filter((call) => board.at - call.at < SPEAK_FOR_MS)
    const fresh = known ? calls.filter((call) => !known.has(keyOf(call)) && call.at >= known.newest) : []
    known = new Set(board.calls.map(keyOf))
    known.newest = newest ? newest.at : 0
    if (fresh.length > 0) announce(fresh.reverse())
  }

  const toSay = []
  let saying
  let spoken
  let sayUntil = 0
  let freshUntil = 0

  function announce(calls) {
    freshUntil = Date.now() + 4500
    byId('now').setAttribute('data-fresh', '')
    toSay.push(...calls)
    toSay.splice(0, toSay.length - MOST_TO_SAY)
    sayNext()
  }

  function sayNext() {
    if (saying) return
    const call = toSay.shift()
    if (!call) return
    chime()
    saying = sentences(call)
    sayUntil = Date.now() + SPEECH_MS
    speakOn()
  }

  function speakOn() {
    const part = saying?.shift()
    if (!part || !('speechSynthesis' in window)) {
      saying = undefined
      sayNext()
      return
    }
    const utterance = new SpeechSynthesisUtterance(part.text)
    utterance.lang = part.lang
    utterance.rate = 0.9
    // One that was cut short ends late, when another is spoken already.
    const done = () => {
      if (utterance === spoken) speakOn()
    }
    spoken = utterance
    utterance.onend = done
    utterance.onerror = done
    speechSynthesis.speak(utterance)
  }

  // Mandarin always; then Cantonese or English for whoever wished it, where this machine has the voice.
  function sentences({ number, window: place, tongue }) {
    const fill = (text) => text.replace('%n', [...number].join(' ')).replace('%w', place)
    const mandarin = { lang: 'zh-CN', text: fill(words.sayZh) }
    if (tongue === 'zh-Hant' && hasVoice(/^(yue|zh[-_]hk)/i))
      return [mandarin, { lang: 'zh-HK', text: fill(words.sayYue) }]
    if (tongue === 'en') return [mandarin, { lang: 'en-US', text: fill(words.sayEn) }]
    return [mandarin]
  }

  function hasVoice(pattern) {
    return 'speechSynthesis' in window && speechSynthesis.getVoices().some(({ lang }) => pattern.test(lang))
  }

  let sound
  function chime() {
    sound ??= 'AudioContext' in window ? new AudioContext() : undefined
    if (!sound) return
    byId('sound').hidden = sound.state === 'running'
    if (sound.state !== 'running') return
    for (const [pitch, after] of [
      [880, 0],
      [660, 0.35],
    ]) {
      const tone = sound.createOscillator()
      const volume = sound.createGain()
      const from = sound.currentTime + after
      tone.frequency.value = pitch
      volume.gain.setValueAtTime(0.0001, from)
      volume.gain.exponentialRampToValueAtTime(0.35, from + 0.03)
      volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.8)
      tone.connect(volume).connect(sound.destination)
      tone.start(from)
      tone.stop(from + 0.85)
      tone.onended = () => volume.disconnect()
    }
  }

  // Browsers let a page sound after somebody has touched it once, or at once where the screen was set up for it.
  document.addEventListener('click', async () => {
    sound ??= 'AudioContext' in window ? new AudioContext() : undefined
    await sound?.resume()
    if (sound) byId('sound').hidden = sound.state === 'running'
    if (sound && !saying) chime()
  })

  function listen() {
    openedAt = Date.now()
    heardAt = openedAt
    stream?.close()
    stream = new EventSource(`${words.path}/live`)
    stream.addEventListener('board', ({ data }) => {
      heardAt = Date.now()
      show(JSON.parse(data))
    })
    stream.addEventListener('beat', () => {
      heardAt = Date.now()
    })
  }

  async function ask() {
    if (isAsking) return
    isAsking = true
    askedAt = Date.now()
    try {
      const answer = await fetch(`${words.path}/board`, {
        cache: 'no-store',
        signal: AbortSignal.timeout(4000),
      })
      isUnanswered = !answer.ok
      if (answer.ok) show(await answer.json())
    } catch {
      isUnanswered = true
    }
    isAsking = false
  }

  // A server that beats but cannot read its database is not live.
  const isListening = () => stream?.readyState === 1 && Date.now() - heardAt < QUIET_MS
  const isLive = () => isListening() && !isUnanswered

  // A new page each night: what a browser gathers in a day is gone. Only while the server is there to answer.
  async function renew() {
    const here = day.format(now())
    if (here === bornOn || Number(clock.format(now()).slice(0, 2)) < NIGHT_HOUR) return
    const answer = await fetch(`${words.path}/board`, { cache: 'no-store' }).catch(() => undefined)
    if (answer?.ok) location.reload()
  }

  function tick() {
    const time = clock.format(now())
    put(byId('clock'), time.slice(0, 5))
    const state = isLive() ? 'live' : Date.now() - sureAt < CUT_MS ? 'polling' : 'cut'
    byId('mark').dataset.state = state
    if (sureAt > 0) put(byId('mark'), words[state].replace('%t', clock.format(sureAt + ahead)))
    if (freshUntil && Date.now() > freshUntil) {
      freshUntil = 0
      byId('now').removeAttribute('data-fresh')
    }
    if (saying && Date.now() > sayUntil) {
      saying = undefined
      window.speechSynthesis?.cancel()
      sayNext()
    }
    // Live, the board is asked for now and then all the same: a day ends without anybody being called.
    if (Date.now() - askedAt > (isLive() ? SURE_MS : POLL_MS)) ask()
    // A server that restarts answers with an error at first, and then a browser gives the stream up.
    if (!isListening() && Date.now() - openedAt > POLL_MS && stream?.readyState !== 0) listen()
    if (Number(time.slice(6)) === 0) renew()
  }

  const stayAwake = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {})
  }
  document.addEventListener('visibilitychange', stayAwake)
  stayAwake()
  sound = 'AudioContext' in window ? new AudioContext() : undefined
  byId('sound').hidden = !sound || sound.state === 'running'
  askedAt = Date.now()
  listen()
  tick()
  setInterval(tick, 1000)
})()
