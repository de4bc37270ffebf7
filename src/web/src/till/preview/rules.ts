import { type Sale, check } from './conditions';
import { MOST } from './effects';
import { min, share } from './lines';
import type { Plan, PlanRule } from './plan';

/** What the earning rules bring, within the caps of their units. */
export class Rules {
  private readonly holds: boolean[];
  private readonly rooms: bigint[];

  constructor(
    private readonly plan: Plan,
    private readonly sale: Sale,
  ) {
    const { member } = sale;
    this.holds = plan.rules.map(rule => sale.lines.length > 0 && member !== null && check(rule.when, sale).holds);
    this.rooms = plan.units.map((unit, at) => {
      const looksBack = member?.rooms.find(room => room.unit === at);
      const most = unit.most === null ? MOST : min(BigInt(unit.most), MOST);
      return looksBack ? min(most, BigInt(looksBack.room)) : most;
    });
  }

  /** Of a unit when so much is paid; of one rule alone where one is named. */
  bring(unit: number, only: number | null, paid: bigint): bigint {
    let [earned, room] = [0n, this.rooms[unit]!];
    this.plan.rules.forEach((rule, at) => {
      if (!this.holds[at] || rule.unit !== unit) return;
      const part = min(earnFrom(rule, paid), room);
      room -= part;
      if (only === null || only === at) earned = min(earned + part, MOST);
    });
    return earned;
  }

  /** What rules bring of each unit, and then the member's tiers. */
  give(paid: bigint, into: Map<number, bigint>): void {
    const left = [...this.rooms];
    const within = (unit: number, amount: bigint) => {
      const part = min(amount, left[unit]!);
      left[unit]! -= part;
      return part;
    };
    const byRules = new Map<number, bigint>();
    this.plan.rules.forEach((rule, at) => {
      if (!this.holds[at]) return;
      byRules.set(rule.unit, (byRules.get(rule.unit) ?? 0n) + within(rule.unit, earnFrom(rule, paid)));
    });
    for (const [unit, amount] of byRules) if (amount > 0n) into.set(unit, (into.get(unit) ?? 0n) + amount);
    for (const tier of this.sale.member?.tiers ?? []) {
      for (const { unit, times } of this.plan.tiers[tier] ?? []) {
        const more = min(((byRules.get(unit) ?? 0n) * BigInt(times - 100)) / 100n, MOST);
        const part = within(unit, more);
        if (part > 0n) into.set(unit, (into.get(unit) ?? 0n) + part);
      }
    }
  }
}

function earnFrom(rule: PlanRule, paid: bigint): bigint {
  let earned = BigInt(rule.perVisit);
  if (rule.perAmount !== null) {
    const [per, earn] = [BigInt(rule.perAmount), BigInt(rule.earn)];
    earned += min(rule.step ? (paid / per) * earn : (paid * earn) / per, MOST);
  }

  if (rule.share !== null) earned += share(rule.share, paid);
  return min(earned, MOST);
}
