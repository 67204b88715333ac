// Keeps the page of the desk that works without a network. It is registered for /desk/offline alone, and keeps nothing
// but this page, which holds no list, and what the page is made of. The list itself lies sealed elsewhere.
const KEPT = 'desk-offline'
const PAGE = '/desk/offline'
const PATIENCE_MS = 4000

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('message', (event) => event.waitUntil(keep()))

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(open(request))
  else if (pathname.startsWith('/_next/static/') || pathname === '/icon.svg') event.respondWith(part(request))
})

async function open(request) {
  const kept = await (await caches.open(KEPT)).match(PAGE)
  if (!kept) return fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  const fresh = await Promise.race([fetch(request).catch(() => undefined), late])
  return fresh && fresh.status < 500 ? fresh : kept
}

// Their names change with their content.
async function part(request) {
  const cache = await caches.open(KEPT)
  const kept = await cache.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await cache.put(request, fresh.clone())
  return fresh
}

async function keep() {
  const page = await fetch(PAGE, { redirect: 'manual', cache: 'no-store' }).catch(() => undefined)
  if (page?.status !== 200) return
  const cache = await caches.open(KEPT)
  const parts = partsOf(await page.clone().text())
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url)
    if (pathname !== PAGE && !parts.has(pathname + search)) await cache.delete(url)
  }
  const lacking = []
  for (const path of parts) if (!(await cache.match(path))) lacking.push(path)
  await Promise.all(lacking.map((path) => cache.add(path).catch(() => undefined)))
  await cache.put(PAGE, page)
}

// Scripts and styles, those in tags and those that scripts will ask for.
function partsOf(html) {
  const found = html.matchAll(
    /(?:\/_next\/)?static\/(?:chunks|css|media)\/[\w./~%()[\]-]+\.(?:js|css|woff2)(?:\?[\w=.-]*)?/g,
  )
  const paths = [...found].map(([path]) => (path.startsWith('/') ? path : `/_next/${path}`))
  return new Set([...paths, '/icon.svg'])
}
