// Keeps a voucher on the phone of whoever pressed "save", for where there is no network. It is registered for /voucher
// alone, touches no other page, and keeps nothing but the saved vouchers, the page that says they are gone, and the
// style sheet and icon of both. What is kept has no script in it, and runs none.
const KEPT = 'voucher'
const REMOVED = '/voucher/removed'
const PATIENCE_MS = 4000
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
}

addEventListener('install', () => skipWaiting())

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  event.respondWith(request.mode === 'navigate' ? open(request, pathname) : part(request))
})

async function part(request) {
  return (await caches.match(request)) ?? fetch(request)
}

async function open(request, path) {
  const cache = await caches.open(KEPT)
  if (path === REMOVED) return remove(request, cache)
  if (path === '/voucher') return openLast(request, cache)
  const fresh = await ask(path)
  if (fresh?.status === 200) return keep(cache, path, fresh)
  return (await cache.match(path)) ?? fetch(request)
}

// The address on the home screen: the voucher that was saved last.
async function openLast(request, cache) {
  const saved = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  const last = saved.filter((path) => path.startsWith('/voucher/') && path !== REMOVED).at(-1)
  return last ? Response.redirect(last) : fetch(request)
}

async function keep(cache, path, fresh) {
  const html = withoutScripts(await fresh.text())
  const page = new Response(html, { headers: HEADERS })
  try {
    const gone = await ask(REMOVED)
    await cache.addAll(partsOf(html))
    await cache.put(REMOVED, new Response(withoutScripts(await gone.text()), { headers: HEADERS }))
    await cache.put(path, page.clone())
  } catch {
    return new Response(html.replace(' data-saved', ''), { headers: HEADERS })
  }
  return page
}

async function remove(request, cache) {
  const kept = await cache.match(REMOVED)
  await caches.delete(KEPT)
  await registration.unregister()
  return fetch(request).catch(() => kept ?? Response.error())
}

function ask(path) {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  return fetch(path, { credentials: 'same-origin', redirect: 'manual', signal }).catch(() => undefined)
}

// Style sheets and the icon.
function partsOf(html) {
  const found = html.matchAll(/href="(\/(?:_next\/static\/[^"]+\.css|icon\.svg)[^"]*)"/g)
  return [...new Set([...found].map(([, href]) => href))]
}

function withoutScripts(html) {
  return html
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, '')
    .replace('<html ', '<html data-saved ')
}
