import type { Api } from '../api';
import type { Member } from './contract';

export interface Person {
  id: string;
  name: string;
  /** What tells two of one name apart. */
  also: string;
}

const PAUSE = 250;
const MOST = 6;

/** The members that an offer names, and the search for another. */
export class People {
  typed = $state('');
  found = $state<Person[]>([]);
  /** The search was answered, with nobody. */
  nobody = $state(false);
  private known = $state<Record<string, Person>>({});
  private asked: AbortController | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: Api,
    private readonly script: (digits: string) => string,
    named: Member[],
  ) {
    for (const member of named) this.known[member.id] = this.told(member);
  }

  /** Who that is; the id while it is not known. */
  person(id: string): Person {
    return this.known[id] ?? { id, name: id, also: '' };
  }

  search(): void {
    clearTimeout(this.waiting);
    this.asked?.abort();
    const words = this.typed.trim();
    this.nobody = false;
    if (words.length < 2) {
      this.found = [];
      return;
    }

    this.waiting = setTimeout(() => void this.ask(words), PAUSE);
  }

  chosen(person: Person): void {
    this.known[person.id] = person;
    this.typed = '';
    this.found = [];
  }

  private async ask(words: string): Promise<void> {
    this.asked = new AbortController();
    const answer = await this.api.call<{ items: Member[] }>(`/members?limit=${MOST}&q=${encodeURIComponent(words)}`, {
      signal: this.asked.signal,
    });
    if (answer.kind !== 'ok') return;
    this.found = answer.value.items.map(item => this.told(item));
    this.nobody = this.found.length === 0;
  }

  private told({ id, firstName, lastName, mobile, card }: Member): Person {
    const name = `${firstName ?? ''} ${lastName ?? ''}`.trim();
    const also = this.script(mobile?.replace(/^\+98/, '0') || (card ?? ''));
    return name === '' ? { id, name: also, also: '' } : { id, name, also };
  }
}
