/**
 * The members a till keeps, in a database of their own: what is forgotten when the device is shut out is all of it.
 */
import type { Member } from '../../sale/contract';
import type { Standing } from './plan';

export interface KeptMember {
  id: string;
  card: string;
  /** By it a whole mobile that is typed is recognised. */
  mark: string | null;
  /** The last digits of the mobile. */
  end: string | null;
  /** His name, to be looked for. */
  name: string;
  member: Member;
  standing: Standing;
  /** Which plan's questions are answered. */
  key: string;
  /** The moment it was told, by the server's clock. */
  at: number;
}

const NAME = 'vafa-till-members';
const MEMBERS = 'member';
const MOST_FOUND = 6;

export class Roll {
  private constructor(private readonly db: IDBDatabase) {}

  static async open(name = NAME): Promise<Roll> {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => {
      const members = asked.result.createObjectStore(MEMBERS, { keyPath: 'id' });
      for (const by of ['card', 'mark', 'end', 'at']) members.createIndex(by, by);
    };
    const db = await done(asked);
    db.onversionchange = () => db.close();
    return new Roll(db);
  }

  async put(members: KeptMember[]): Promise<void> {
    const tx = this.db.transaction(MEMBERS, 'readwrite');
    for (const member of members) tx.objectStore(MEMBERS).put(member);
    await committed(tx);
  }

  one(id: string): Promise<KeptMember | undefined> {
    return done(this.read().get(id) as IDBRequest<KeptMember | undefined>);
  }

  by(index: 'card' | 'mark' | 'end', value: string): Promise<KeptMember[]> {
    return done(this.read().index(index).getAll(value, MOST_FOUND) as IDBRequest<KeptMember[]>);
  }

  /** Whose name has a part that begins so. */
  async named(text: string): Promise<KeptMember[]> {
    const all = await done(this.read().getAll() as IDBRequest<KeptMember[]>);
    const parts = plain(text).split(' ').filter(Boolean);
    const fits = ({ name }: KeptMember) => parts.every(part => (' ' + name).includes(' ' + part));
    return parts.length === 0 ? [] : all.filter(fits).slice(0, MOST_FOUND);
  }

  count(): Promise<number> {
    return done(this.read().count());
  }

  /** Forgets those that were last told before a moment: they are no regulars any more. */
  async forgetBefore(at: number): Promise<void> {
    const tx = this.db.transaction(MEMBERS, 'readwrite');
    const members = tx.objectStore(MEMBERS);
    for (const key of await done(members.index('at').getAllKeys(IDBKeyRange.upperBound(at, true)))) {
      members.delete(key);
    }

    await committed(tx);
  }

  async forgetAll(): Promise<void> {
    const tx = this.db.transaction(MEMBERS, 'readwrite');
    tx.objectStore(MEMBERS).clear();
    await committed(tx);
  }

  private read(): IDBObjectStore {
    return this.db.transaction(MEMBERS).objectStore(MEMBERS);
  }
}

/** Letters as they are looked for: Arabic forms as Persian ones, no marks, one space. */
export function plain(text: string): string {
  return text
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[\s\u200c]+/g, ' ')
    .trim()
    .toLowerCase();
}

function done<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((fine, broken) => {
    asked.onsuccess = () => fine(asked.result);
    asked.onerror = () => broken(asked.error ?? new Error('IndexedDB'));
  });
}

function committed(tx: IDBTransaction): Promise<void> {
  return new Promise((fine, broken) => {
    tx.oncomplete = () => fine();
    tx.onerror = tx.onabort = () => broken(tx.error ?? new Error('IndexedDB'));
  });
}
