// What a browser keeps for when it has no connection: one page that says so, and the files that it
// needs. Never a page of anybody's, never an answer to a form. The program puts in what is kept, and
// a version that changes with any of it; a new version takes the old one's place (offline_pages.cpp).
const version = /* version */ ''
const kept = /* kept */ []
const name = `throughline-${version}`

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(name)
    // Without cookies, so that the page is nobody's.
    await cache.addAll(kept.map((path) => new Request(path, { credentials: 'omit' })))
    await self.skipWaiting()
  })())
})

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((each) => each.startsWith('throughline-') && each !== name)
    await Promise.all(old.map((each) => caches.delete(each)))
    await self.clients.claim()
  })())
})

const fromKept = async (path) => (await (await caches.open(name)).match(path)) ?? Response.error()

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => fromKept('/offline')))
  } else if (kept.includes(pathname)) {
    event.respondWith(fetch(request).catch(() => fromKept(pathname)))
  }
})
