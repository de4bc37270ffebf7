/** What the API refused, in the reader's language. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  errors: { pointer?: string; code?: string; title?: string; detail?: string; message?: string }[];
  /** The whole answer: a changed sale brings its new receipt. */
  body: Record<string, unknown>;
}

export type Answer<T> =
  | { kind: 'ok'; value: T; replayed: boolean }
  | { kind: 'refused'; problem: Problem }
  /** Nobody knows whether it arrived: the network failed, or the server broke. */
  | { kind: 'lost' }
  | { kind: 'aborted' };

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  key?: string;
  /** Refused when there is one already: a PUT that makes and never replaces. */
  onlyNew?: boolean;
  signal?: AbortSignal;
}

/** An answer that does not come within this time is lost. */
const PATIENCE = 20_000;

/** Calls `/api/v1` as the signed-in person. */
export class Api {
  constructor(
    private readonly language: string,
    private readonly send: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  async call<T>(path: string, { method = 'GET', body, key, onlyNew, signal }: Call = {}): Promise<Answer<T>> {
    const headers: Record<string, string> = { 'X-Vafa': '1', 'Accept-Language': this.language };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (key !== undefined) headers['Idempotency-Key'] = key;
    if (onlyNew) headers['If-None-Match'] = '*';
    const patience = AbortSignal.timeout(PATIENCE);
    let response: Response;
    let text: string;
    try {
      response = await this.send('/api/v1' + path, {
        method,
        headers,
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      text = await response.text();
    } catch {
      return signal?.aborted ? { kind: 'aborted' } : { kind: 'lost' };
    }

    const value = parsed(text);
    if (response.ok) {
      // An answer that is cut short or not ours may or may not have been done.
      if (value === undefined && text !== '') return { kind: 'lost' };
      return { kind: 'ok', value: value as T, replayed: response.headers.get('Idempotent-Replayed') === 'true' };
    }

    return response.status >= 500 ? { kind: 'lost' } : { kind: 'refused', problem: problemOf(response.status, value) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function problemOf(status: number, value: unknown): Problem {
  const body = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return {
    status,
    code: String(body['code'] ?? ''),
    title: String(body['title'] ?? ''),
    errors: Array.isArray(body['errors']) ? (body['errors'] as Problem['errors']) : [],
    body,
  };
}

/** The sentences of a problem: those of its fields when there are any, else its title. */
export function sentences(problem: Problem): string[] {
  const fields = problem.errors.map(e => e.message ?? e.title ?? e.detail ?? '').filter(text => text !== '');
  return fields.length > 0 ? [...new Set(fields)] : [problem.title || problem.code];
}

/** A key for one act; `crypto.randomUUID` is missing where a till reaches Vafa over plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
