// Keeps the pages of a host for when there is no network, for an evening and no longer. It answers for nothing else.
const keep = 'outreach-host-1';
const evening = 12 * 60 * 60 * 1000;
const patience = 4000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(Promise.all([self.clients.claim(), caches.open(keep).then(forgetOld)])));
self.addEventListener('fetch', event => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin)
    return;
  if (request.mode === 'navigate' || request.headers.has('X-Keep'))
    event.respondWith(page(event, request, url));
  else if (url.pathname.startsWith('/assets/'))
    event.respondWith(asset(request));
});

async function page(event, request, url) {
  ['done', 'noted', 'wrong'].forEach(once => url.searchParams.delete(once));
  const cache = await caches.open(keep);
  await forgetOld(cache);
  const network = fetch(request).then(answer => remember(cache, url, answer));
  // Also what comes too late is kept for the next time.
  event.waitUntil(network.catch(() => { }));
  try {
    return await Promise.race([network, new Promise((_, refuse) => setTimeout(refuse, patience))]);
  } catch {
    // With nothing to show meanwhile, a slow answer is worth waiting for.
    return await cache.match(url.href) ?? await network;
  }
}

async function remember(cache, url, answer) {
  if (answer.ok && answer.type === 'basic' && !answer.redirected)
    await cache.put(url.href, await dated(answer.clone()));
  // A page that leads elsewhere is no longer theirs: the link was withdrawn, or they are signed out.
  else if (answer.type === 'opaqueredirect' || answer.redirected || [403, 404, 410].includes(answer.status))
    await cache.delete(url.href);
  return answer;
}

// They hold names. Scripts and styles have no date, and stay.
async function forgetOld(cache) {
  for (const request of await cache.keys()) {
    const at = (await cache.match(request))?.headers.get('X-Kept-At');
    if (at && Date.now() - Number(at) >= evening)
      await cache.delete(request);
  }
}

async function dated(answer) {
  const headers = new Headers(answer.headers);
  headers.set('X-Kept-At', Date.now());
  return new Response(await answer.blob(), { status: answer.status, headers });
}

// Their addresses hold a hash of what is in them.
async function asset(request) {
  const cache = await caches.open(keep);
  const kept = await cache.match(request);
  if (kept)
    return kept;
  const answer = await fetch(request);
  if (answer.ok)
    await cache.put(request, answer.clone());
  return answer;
}
