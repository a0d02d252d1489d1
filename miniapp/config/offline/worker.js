/// <reference lib="webworker" />
// Keeps the whole page in the browser, so that it opens and works with no network. plugin.ts fills in the two names.
const KEPT = '__NAME__'
const FILES = __FILES__

self.addEventListener('install', (event) => {
  // No skipWaiting: a page that is open still needs the files of the worker before this one.
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(FILES)))
})

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name !== KEPT)
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  // The page itself comes fresh where there is a network; its files have a hash in their names and never change.
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match('/')))
  else if (FILES.includes(url.pathname)) {
    event.respondWith(caches.match(url.pathname).then((kept) => kept ?? fetch(request)))
  }
})
