/** Passkeys in the browser: a button that signs in with one, and a button that adds one. */

interface Ceremony {
  /** Where the question comes from. */
  ask: string;
  /** Where the browser's answer goes. */
  answer: string;
  /** Lets the device answer the question. */
  run(question: never): Promise<Credential | null>;
  body(credential: unknown): unknown;
}

const signIn: Ceremony = {
  ask: '/sign-in/passkey/options',
  answer: '/sign-in/passkey',
  run: question => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) }),
  body: credential => credential,
};

const add: Ceremony = {
  ask: '/api/v1/me/passkeys/options',
  answer: '/api/v1/me/passkeys',
  run: question =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) }),
  body: credential => ({ credential }),
};

/**
 * Whether passkeys can work here: the browser knows them, the page came over a safe line, and its host has a name (an
 * address of numbers can own no passkey).
 */
export function canUsePasskeys(page: { isSecureContext: boolean; PublicKeyCredential?: unknown }, host: string) {
  const known = page.PublicKeyCredential as { parseRequestOptionsFromJSON?: unknown } | undefined;
  return page.isSecureContext && known?.parseRequestOptionsFromJSON !== undefined && !isAddress(host);
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.startsWith('[');
}

/** A path of our own and nothing that a browser takes for another host. */
export function ours(back: string | undefined): string {
  return back !== undefined && /^\/(?![/\\])[^\u0000-\u001f]*$/.test(back) ? back : '/';
}

class Refused extends Error {}

async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: {
      'X-Vafa': '1',
      'Accept-Language': document.documentElement.lang,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { title?: string };
  if (!response.ok) throw new Refused(answer.title ?? '');
  return answer;
}

function arm(button: HTMLButtonElement): void {
  const ceremony = button.dataset['passkey'] === 'add' ? add : signIn;
  const told = document.getElementById(button.getAttribute('aria-describedby') ?? '');
  button.hidden = false;
  button.addEventListener('click', () => {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    if (told) told.hidden = true;
    void run();
  });

  async function run(): Promise<void> {
    try {
      const credential = await ceremony.run((await post(ceremony.ask, {})) as never);
      await post(ceremony.answer, ceremony.body((credential as PublicKeyCredential).toJSON()));
      location.assign(ours(button.dataset['then']));
    } catch (failure) {
      button.ariaBusy = null;
      say(failure);
    }
  }

  /** The server's own sentence; else that the person or the device has not agreed, or that the line broke. */
  function say(failure: unknown): void {
    if (!told) return;
    const device = failure instanceof DOMException;
    told.textContent =
      failure instanceof Refused && failure.message !== ''
        ? failure.message
        : (button.dataset[device ? 'cancelled' : 'lost'] ?? '');
    told.hidden = false;
  }
}

if (typeof window !== 'undefined' && canUsePasskeys(window, location.hostname)) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-passkey]')) arm(button);
}
