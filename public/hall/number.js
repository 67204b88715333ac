// One's own number on the phone: asks every few seconds how it stands, and makes itself noticed when it is called.
;(() => {
  const ASK_MS = 5000
  const { path, live, cut } = document.body.dataset
  if (!path) return
  const byId = (id) => document.getElementById(id)
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  let calls = Number(document.body.dataset.calls)
  let sureAt = Date.now()
  let isAsking = false

  function show(lines) {
    document.title = lines.title
    byId('main').dataset.state = lines.state
    for (const id of ['number', 'headline', 'detail', 'wait']) {
      if (byId(id).textContent !== lines[id]) byId(id).textContent = lines[id]
    }
    if (lines.state === 'called' && lines.calls > calls) navigator.vibrate?.([400, 200, 400, 200, 400])
    calls = lines.calls
  }

  async function ask() {
    if (isAsking) return
    isAsking = true
    try {
      const answer = await fetch(`${path}/state${location.search}`, {
        cache: 'no-store',
        signal: AbortSignal.timeout(4000),
      })
      if (answer.status === 404) return location.reload()
      if (answer.ok) {
        show(await answer.json())
        sureAt = Date.now()
      }
    } catch {
      // The line below tells until when this is sure.
    } finally {
      isAsking = false
    }
    const words = Date.now() - sureAt < 3 * ASK_MS ? live : cut
    byId('mark').textContent = words.replace('%t', clock.format(sureAt))
  }

  setInterval(ask, ASK_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask()
  })
  ask()
})()
