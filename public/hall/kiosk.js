// The kiosk: a keyboard on the screen, a scanner that types, a camera where the browser reads codes, and after a minute
// without a touch it is as nobody had been there.
;(() => {
  const byId = (id) => document.getElementById(id)
  const resetMs = Number(document.body.dataset.reset) * 1000
  const WARN_MS = 15_000
  const isHome = 'home' in document.body.dataset
  const input = document.querySelector('input[data-scan]')
  let touchedAt = Date.now()

  const touched = () => {
    touchedAt = Date.now()
    if (!byId('still').hidden) {
      byId('still').hidden = true
      input?.focus()
    }
  }
  for (const kind of ['pointerdown', 'keydown', 'input']) addEventListener(kind, touched, { passive: true })

  // What somebody left half typed must not be found by the next, nor what the browser keeps for its way back.
  const leave = () => location.replace('/kiosk')
  addEventListener('pageshow', ({ persisted }) => persisted && leave())

  setInterval(() => {
    const idle = Date.now() - touchedAt
    if (isHome) {
      if (input?.value && idle > WARN_MS) input.value = ''
      if (input && document.activeElement === document.body) input.focus({ preventScroll: true })
      const isForeign = location.search !== ''
      if (isForeign && idle >= resetMs) leave()
      // Once in a while a new page, while nobody is here: the server may have a newer one.
      if (idle > 30 * resetMs)
        fetch('/kiosk').then(
          ({ ok }) => ok && leave(),
          () => {},
        )
      return
    }
    if (idle >= resetMs) leave()
    else if (idle >= resetMs - WARN_MS && byId('still').hidden) {
      byId('still').hidden = false
      byId('stay').focus()
    }
  }, 1000)

  input?.focus({ preventScroll: true })
  const keys = document.querySelector('.keys')
  if (keys && input) {
    keys.hidden = false
    keys.addEventListener('click', ({ target }) => {
      const key = target.closest('[data-key]')?.dataset.key
      if (key === undefined) return
      const room = input.maxLength < 0 || input.value.length < input.maxLength
      if (key === '') input.value = input.value.slice(0, -1)
      else if (room) input.value += key
    })
  }

  const camera = byId('camera')
  if (camera && 'BarcodeDetector' in window && navigator.mediaDevices) {
    camera.hidden = false
    byId('open-camera').addEventListener('click', openCamera, { once: true })
  }

  async function openCamera() {
    const video = byId('video')
    try {
      const detector = new BarcodeDetector({ formats: ['qr_code'] })
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' } })
      byId('open-camera').hidden = true
      video.hidden = false
      await video.play()
      const look = setInterval(async () => {
        const [found] = await detector.detect(video).catch(() => [])
        if (!found || input.value === found.rawValue) return
        clearInterval(look)
        for (const track of video.srcObject.getTracks()) track.stop()
        input.value = found.rawValue
        input.form.requestSubmit()
      }, 300)
    } catch {
      camera.hidden = true
    }
  }
})()
