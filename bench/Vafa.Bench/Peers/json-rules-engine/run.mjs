// Reads a line with the offers and one for each sale up to an empty line; answers with the eligible offers of each
// sale. Then works the next few out again for every further line, and answers with the nanoseconds that a sale took.
import { createInterface } from 'node:readline'
import { Engine } from 'json-rules-engine'
import { piecesOf, ruleOf } from './rules.mjs'

const salesOfRound = 64
const warmRounds = 30
const say = (what) => process.stdout.write(`${what}\n`)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const hear = async () => (await lines.next()).value

const offers = JSON.parse(await hear())
const engine = new Engine(offers.map(ruleOf), { allowUndefinedFacts: true })
engine.addFact('pieces', piecesOf)

const sales = []
for (let line = await hear(); line; line = await hear()) sales.push(JSON.parse(line))

for (const sale of sales) {
  const { events } = await engine.run(sale)
  say(JSON.stringify(events.map((event) => Number(event.type))))
}

let next = 0
for (let n = 0; n < warmRounds; n++) await round()
while (await hear()) say(await round())

async function round() {
  const start = process.hrtime.bigint()
  let met = 0
  for (let n = 0; n < salesOfRound; n++) met += (await engine.run(sales[next++ % sales.length])).events.length
  if (met === 0) throw new Error('No offer was met.')
  return Number(process.hrtime.bigint() - start) / salesOfRound
}
