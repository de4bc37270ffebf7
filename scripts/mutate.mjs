// Writes the configuration of a mutation run: which files, and without what stands in static initialisers.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [work, ...files] = process.argv.slice(2);
const core = join(work, "src/Vafa.Core");

// Made while types are set up, and told by the approved vocabulary as a whole.
const setUp = { "Offers/Words/Arg.cs": [""], "Offers/Words/Goods.cs": ["ImmutableArray<Arg> ArgsOf("] };

/** The end of what begins at `at`: behind the first `stop` outside of brackets and texts. */
function endOf(text, at, stop) {
  for (let depth = 0; at < text.length; at++) {
    if (text.startsWith('"""', at)) {
      at = text.indexOf('"""', at + 3) + 2;
    } else if (text[at] === '"') {
      for (at++; text[at] !== '"'; at++) if (text[at] === "\\") at++;
    } else if (depth === 0 && text[at] === stop) {
      return at + 1;
    } else if ("([{".includes(text[at])) {
      depth++;
    } else if (")]}".includes(text[at])) {
      depth--;
      if (depth === 0 && text[at] === stop) return at + 1;
    }
  }
  return text.length;
}

function statics(file, text) {
  const fields = text.matchAll(/^ {4}(public|internal|private) static readonly [^;]*? =\s/gm);
  const spans = [...fields].map((m) => [m.index, endOf(text, m.index + m[0].length, ";")]);
  for (const name of setUp[file] ?? []) {
    spans.push(name ? [text.indexOf(name), endOf(text, text.indexOf(name) + name.length - 1, "}")] : [0, text.length]);
  }
  return spans;
}

/** Tests that draw on nothing of the offers. */
const without = (...places) => places.map((place) => `FullyQualifiedName!~Vafa.Core.Tests.${place}`).join("&");

const spans = files.flatMap((file) =>
  statics(file, readFileSync(join(core, file), "utf8")).map(([from, to]) => `!${file}{${from}..${to}}`),
);
const config = {
  project: "Vafa.Core.csproj",
  "test-projects": [join(work, "tests/Vafa.Core.Tests/Vafa.Core.Tests.csproj")],
  // The default one finds the tests of xunit.v3, but switches no mutant on: it scores 0 %.
  "test-runner": "mtp",
  configuration: "Release",
  mutate: [...files, ...spans],
  // Texts of exceptions are for who mends the product.
  "ignore-methods": ["*Exception.ctor"],
  ...(files.every((file) => file.startsWith("Offers/")) && { "test-case-filter": without("Values", "Ledger") }),
  reporters: ["html", "json", "cleartext"],
  concurrency: 2,
  "additional-timeout": 20000,
  thresholds: { high: 90, low: 80, break: 80 },
};
writeFileSync(join(work, "stryker.json"), JSON.stringify({ "stryker-config": config }, null, 2) + "\n");
console.log(`${files.length} files, without ${spans.length} static initialisers`);
