// Our conditions in the words of json-rules-engine.

const is = (fact, value) => ({ fact, operator: 'equal', value })
const atLeast = (fact, value) => ({ fact, operator: 'greaterThanInclusive', value })
const over = (fact, value) => ({ fact, operator: 'greaterThan', value })
const oneOf = (fact, values) => ({ fact, operator: 'in', value: values })
const holdsOne = (fact, values) =>
  values.length === 1
    ? { fact, operator: 'contains', value: values[0] }
    : { any: values.map((value) => ({ fact, operator: 'contains', value })) }
const bound = (fact, { atLeast: least, moreThan }) =>
  moreThan === undefined ? atLeast(fact, least) : over(fact, moreThan)
const pieces = (of, values, quantity) => ({
  fact: 'pieces',
  params: { of, values },
  ...(quantity === undefined ? { operator: 'greaterThan', value: 0 } : { operator: 'greaterThanInclusive', value: quantity })
})
const within = (fact, window) => (window === undefined ? fact : `${fact}.${window.days}`)

const words = {
  all: (parts) => ({ all: parts.map(translated) }),
  any: (parts) => ({ any: parts.map(translated) }),
  // What is said of a member is never true of a guest, nor is its opposite.
  not: (part) => ({ all: [is('isMember', true), { not: translated(part) }] }),
  basketTotal: (args) => bound('total', args),
  product: (args) => pieces('product', args.in, args.quantity),
  productGroup: (args) => pieces('productGroup', args.in, args.quantity),
  visits: (args) => bound(within('visits', args.within), args),
  spent: (args) => atLeast(within('spent', args.within), args.atLeast),
  firstPurchase: () => is('visits', 0),
  daysSinceLastVisit: (args) => atLeast('daysSinceLastVisit', args.atLeast),
  memberFor: (args) => atLeast('memberFor', args.atLeast),
  birthday: (args) => ({
    all: [
      atLeast('birthdayIn', -args.daysAfter),
      { fact: 'birthdayIn', operator: 'lessThanInclusive', value: args.daysBefore }
    ]
  }),
  group: (args) => holdsOne('groups', args.in),
  field: (args) => oneOf(`field.${args.name}`, [args.is].flat()),
  wallet: (args) => atLeast(`wallet.${args.unit}`, args.atLeast),
  branch: (args) => oneOf('branch', args.in),
  channel: (args) => oneOf('channel', args.in),
  paymentMethod: (args) => holdsOne('paymentMethods', args.in),
  code: (args) => holdsOne('codes', args.in.map((code) => code.toUpperCase()))
}

function translated(condition) {
  const [[word, args]] = Object.entries(condition)
  if (!(word in words)) throw new Error(`${word} is not translated`)
  return words[word](args)
}

/** The rule of an offer; its conditions must stand below all, any or not. */
export function ruleOf(when, number) {
  const conditions = when === null ? { all: [] } : translated(when)
  const joined = 'all' in conditions || 'any' in conditions || 'not' in conditions
  return { conditions: joined ? conditions : { all: [conditions] }, event: { type: String(number) } }
}

/** Pieces of some goods in the basket: worked out from the lines, and kept by the engine for the rest of the sale. */
export async function piecesOf({ of, values }, almanac) {
  const lines = await almanac.factValue('lines')
  return lines.reduce((sum, line) => (values.includes(line[of]) ? sum + line.quantity : sum), 0)
}
