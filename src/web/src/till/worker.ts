/** Written before this by the server: the files of this version, the shell first, and a mark of them all. */
declare const TILL_FILES: string[];
declare const TILL_VERSION: string;

/** What of a service worker's world is used here; its own library of types would change everybody else's. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetched extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  addEventListener(type: 'install' | 'activate', does: (event: Lasting) => void): void;
  addEventListener(type: 'message', does: (event: MessageEvent) => void): void;
  addEventListener(type: 'fetch', does: (event: Fetched) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

const worker = self as unknown as Worker;
const CACHE = 'vafa-till-' + TILL_VERSION;

worker.addEventListener('install', event => {
  event.waitUntil(
    caches.open(CACHE).then(cache => cache.addAll(TILL_FILES.map(file => new Request(file, { cache: 'reload' })))),
  );
});

worker.addEventListener('activate', event => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('vafa-till-') && name !== CACHE) await caches.delete(name);
      }

      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener('message', event => {
  if (event.data === 'take over') void worker.skipWaiting();
});

/** Pages of the till are its shell; its files come from the cache. All else, the calls first of all, goes its way. */
worker.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const page = request.mode === 'navigate' && /^\/till(\/|$)/.test(url.pathname);
  if (page || TILL_FILES.includes(url.pathname + url.search)) {
    event.respondWith(answer(page ? TILL_FILES[0]! : request));
  }
});

async function answer(asked: string | Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(asked)) ?? fetch(asked);
}
