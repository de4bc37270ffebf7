/** One value of a form and the JSON pointer, without its first slash, of where it belongs. */
export interface Leaf {
  name: string;
  value: unknown;
}

/** What is sent, and how to find the control of a pointer into it. */
export interface Body {
  json: Record<string, unknown>;
  /** The name in the form of what a pointer of the answer names: list items may stand at other numbers there. */
  nameOf(pointer: string): string;
}

type Branch = Map<string, Branch | Leaf>;

/** Puts the leaves where they belong. Items of a list move up when one before them is not sent. `.` is the whole. */
export function bodyOf(leaves: Leaf[]): Body {
  const root: Branch = new Map();
  const whole: Record<string, unknown> = {};
  for (const leaf of leaves) {
    if (leaf.name === '.') Object.assign(whole, leaf.value);
    else hang(root, segments(leaf.name), leaf);
  }

  return {
    json: { ...whole, ...(grow(root) as Record<string, unknown>) },
    nameOf: pointer => names(root, segments(pointer)).join('/'),
  };
}

/** `/title/fa` and `title/fa` alike, with ~1 and ~0 undone. */
export function segments(pointer: string): string[] {
  const text = pointer.startsWith('/') ? pointer.slice(1) : pointer;
  if (text === '' || text === '.') return [];
  return text.split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a merge patch replaces as one: a field, or the whole list that it is inside of. */
export function replacedWith(name: string): string {
  const parts = segments(name);
  const list = parts.findIndex(isIndex);
  return list < 0 ? parts.join('/') : parts.slice(0, list).join('/');
}

function hang(branch: Branch, [first, ...rest]: string[], leaf: Leaf): void {
  if (first === undefined) return;
  if (rest.length === 0) {
    branch.set(first, leaf);
    return;
  }

  let next = branch.get(first);
  if (!(next instanceof Map)) branch.set(first, (next = new Map()));
  hang(next, rest, leaf);
}

function grow(branch: Branch): unknown {
  const value = (at: string) => {
    const child = branch.get(at)!;
    return child instanceof Map ? grow(child) : child.value;
  };
  const list = indices(branch);
  return list ? list.map(value) : Object.fromEntries([...branch.keys()].map(key => [key, value(key)]));
}

function names(branch: Branch, [first, ...rest]: string[]): string[] {
  if (first === undefined) return [];
  const here = indices(branch)?.[Number(first)] ?? first;
  const next = branch.get(here);
  return [here, ...(next instanceof Map ? names(next, rest) : rest)];
}

/** The numbers of a list's items in order; null when this is no list. */
function indices(branch: Branch): string[] | null {
  const keys = [...branch.keys()];
  return keys.length > 0 && keys.every(isIndex) ? keys.sort((a, b) => Number(a) - Number(b)) : null;
}

function isIndex(segment: string): boolean {
  return /^\d+$/.test(segment);
}
