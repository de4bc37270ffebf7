import { lineAmount } from '../../sale/entry';
import type { Club, Receipt } from '../../sale/contract';
import type { Body } from '../../sale/quotes.svelte';
import type { Known } from '../store';
import { type Line, covers } from './lines';
import type { Effect, Plan, Standing } from './plan';
import { type Preview, type Since, preview } from './preview';
import { Said } from './said';

/** What is known of a product by its code. */
export type GoodsOf = (sku: string) => { group?: string; brand?: string } | undefined;

/** Who buys, as far as it is known: null for a guest. */
export interface Buyer {
  id: string;
  standing: Standing;
  /** When that was told. */
  at: number;
}

/** What else a sale without network goes by. */
export interface Around {
  now: number;
  goodsOf: GoodsOf;
  /** The till's own sales. */
  known: Known[];
  /** What is taken by hand and by wallets of what goods come to after the offers. */
  less(payable: number): number;
  club: Club;
}

/** A sale worked out from the last programme, as a receipt. */
export function offlineQuote(plan: Plan, body: Body, buyer: Buyer | null, around: Around): Receipt {
  const lines = body.lines.map((line): Line => {
    const product = line.sku === undefined ? undefined : around.goodsOf(line.sku);
    return {
      sku: line.sku ?? null,
      group: product?.group ?? null,
      brand: product?.brand ?? null,
      thousandths: BigInt(Math.round(line.quantity * 1000)),
      amount: BigInt(lineAmount(line.quantity, line.unitPrice)),
    };
  });
  const here = around.known.filter(({ fate }) => fate?.kind !== 'withdrawn').map(soldOf);
  const found = preview(plan, {
    at: around.now,
    lines,
    paid: (body.payments ?? []).map(payment => payment.method),
    member: buyer ? grown(plan, buyer, here, around.goodsOf) : null,
    less: goods => BigInt(around.less(Number(goods))),
    since: since(here, plan.at, buyer),
  });
  const total = Number(lines.reduce((all, line) => all + line.amount, 0n));
  return receipt(plan, found, total, around.club.writing);
}

/** A sale of this till that the server had not heard of when it told. */
interface Sold {
  at: number;
  member: string | null;
  lines: { sku?: string; quantity: number; unitPrice: number }[];
  applied: { offer: string; value: number }[];
}

function soldOf({ sale }: Known): Sold {
  const body = JSON.parse(sale.body) as { member?: { id?: string }; lines?: Sold['lines'] };
  return {
    at: Date.parse(sale.at),
    member: body.member?.id ?? null,
    lines: body.lines ?? [],
    applied: sale.shown.applied.map(({ offer, value }) => ({ offer, value })),
  };
}

function since(here: Sold[], told: number, buyer: Buyer | null): Since {
  const later = here.filter(sold => sold.at > told);
  const his = here.filter(sold => buyer !== null && sold.member === buyer.id && sold.at > buyer.at);
  const times = (of: Sold[], code: string) => of.filter(({ applied }) => applied.some(a => a.offer === code)).length;
  return {
    uses: code => times(later, code),
    worth: code =>
      later
        .flatMap(({ applied }) => applied)
        .filter(a => a.offer === code)
        .reduce((all, { value }) => all + value, 0),
    had: code => times(his, code),
  };
}

/** What he bought here since he was told of counts on his cards. */
function grown(plan: Plan, buyer: Buyer, here: Sold[], goodsOf: GoodsOf): Standing {
  const his = here.filter(sold => sold.member === buyer.id && sold.at > buyer.at).flatMap(({ lines }) => lines);
  if (his.length === 0) return buyer.standing;
  const bought = plan.bought.map((goods, at) => {
    const more = his.map(line => {
      const product = line.sku === undefined ? undefined : goodsOf(line.sku);
      const [group, brand] = [product?.group ?? null, product?.brand ?? null];
      const one = { sku: line.sku ?? null, group, brand, thousandths: 0n, amount: 0n };
      return covers(goods, one) ? Math.round(line.quantity * 1000) : 0;
    });
    return (buyer.standing.bought[at] ?? 0) + more.reduce((all, one) => all + one, 0);
  });
  return { ...buyer.standing, bought };
}

function receipt(plan: Plan, found: Preview, total: number, writing: Club['writing']): Receipt {
  const said = new Said(writing);
  const offer = (place: number) => plan.offers[place]!;
  const discount = Number(found.discount);
  const applied = found.given.map(({ place, effect, value }) => {
    const { code, title, give } = offer(place);
    const { word, sentence } = give[effect]!;
    return { offer: code, title, effect: word, sentence, value: Number(value) };
  });
  return {
    offline: true,
    asOf: plan.at,
    unchecked: plan.unchecked,
    programmeVersion: plan.version,
    total,
    discount,
    spent: 0,
    payable: total - discount,
    earned: [...found.earned].map(([unit, amount]) => ({ unit: plan.units[unit]!.code, amount: Number(amount) })),
    gifts: found.gifts.map(({ product, thousandths }) => ({
      product,
      title: plan.titles[product] ?? product,
      quantity: Number(thousandths) / 1000,
    })),
    rewards: found.given.flatMap(({ place, effect }) => {
      const { code, title, give } = offer(place);
      return isReward(give[effect]!) ? [{ offer: code, title, text: give[effect]!.sentence }] : [];
    }),
    applied,
    notApplied: found.near.map(near => {
      const { code, title, needs, give } = offer(near.place);
      return {
        offer: code,
        title,
        status: 'notEligible' as const,
        code: near.effect === null ? 'offer.condition' : 'offer.not-reached',
        message: said.message(near, needs, near.effect === null ? '' : give[near.effect]!.sentence),
        missing: Number(near.missing) / (near.measure === 'quantity' ? 1000 : 1),
        measure: near.measure,
        distance: said.distance(near),
      };
    }),
    said: { cashier: '', member: [], near: found.near.map(({ place }) => offer(place).code) },
  };
}

function isReward(effect: Effect): boolean {
  return 'promise' in effect && effect.reward;
}
