import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { writeCopies } = errorbook.copies;
const ADDRESS = "https://docs.example/errors/x/#v=username:a&case=b";

test("a link in each format", () => {
  assert.deepEqual(writeCopies("No [user] <x>", ADDRESS, ""), {
    address: ADDRESS,
    markdown: `[No \\[user\\] \\<x\\>](${ADDRESS})`,
    html: '<a href="https://docs.example/errors/x/#v=username:a&amp;case=b">No [user] &lt;x&gt;</a>',
    plain: `No [user] <x>\n${ADDRESS}`,
  });
});

test("with a block below, but for the address alone", () => {
  const { address, markdown, html, plain } = writeCopies("T", ADDRESS, 'a <b>\n"c" & \'d\'');
  assert.equal(address, ADDRESS);
  assert.equal(markdown, `[T](${ADDRESS})\n\n\`\`\`\na <b>\n"c" & 'd'\n\`\`\``);
  assert.match(html, /^<p><a .*<\/a><\/p>\n<pre>a &lt;b&gt;\n&#34;c&#34; &amp; &#39;d&#39;<\/pre>$/);
  assert.equal(plain, `T\n${ADDRESS}\n\na <b>\n"c" & 'd'`);
});

for (const [block, mark] of [["``x``", "```"], ["```js\nx\n```", "````"], ["a ````` b\n```\n", "``````"]]) {
  test(`no fence ends early: ${JSON.stringify(block)}`, () => {
    const [, fenced] = writeCopies("T", ADDRESS, block).markdown.split("\n\n");
    const lines = fenced.split("\n");
    assert.deepEqual([lines[0], lines.at(-1)], [mark, mark]);
    assert.equal(lines.slice(1, -1).join("\n"), block.trimEnd());
    assert.equal(lines.slice(1, -1).some((line) => line.includes(mark)), false);
  });
}
