import { mount } from 'svelte';
import App from './App.svelte';
import { App as Device } from './app.svelte';
import Customer from './Customer.svelte';
import { Roll } from './preview/roll';
import { Store } from './store';

/** The shell of a till: everything that is shown is made here, so that it opens without network. */
async function begin(target: HTMLElement): Promise<void> {
  const icons = target.dataset['icons'] ?? '';
  const language = document.documentElement.lang === 'en' ? 'en' : 'fa';
  if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/till/sw.js', { scope: '/till' });
  const device = new Device(await Store.open(), await Roll.open(), language);
  const context = new Map<string, unknown>([
    ['app', device],
    ['icons', icons],
  ]);
  target.replaceChildren();
  mount(App, { target, context });
  await device.start();
  renewWhenIdle(device);
}

/** A newer version of the till waits for a moment without a sale. */
function renewWhenIdle(device: Device): void {
  const worker = navigator.serviceWorker;
  if (!worker) return;
  const hadOne = worker.controller !== null;
  worker.addEventListener('controllerchange', () => {
    if (hadOne) location.reload();
  });
  let seen = device.view;
  setInterval(async () => {
    const registration = await worker.getRegistration('/till');
    // What the office changed may be in the page, too: its name, its colour.
    if (device.view !== seen) await registration?.update().catch(() => undefined);
    seen = device.view;
    if (registration?.waiting && device.idle) registration.waiting.postMessage('take over');
  }, 10_000);
}

const target = document.getElementById('till');
if (target && location.pathname.endsWith('/customer')) {
  target.replaceChildren();
  mount(Customer, { target, context: new Map([['icons', target.dataset['icons'] ?? '']]) });
} else if (target) void begin(target);
