// Makes meaning.gz from two npm packages: see README.md beside this file.
// Usage: node make-wording.mjs EMBEDDINGS.json WORDNET_DICT OUT
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import path from 'node:path';

const [, , embeddingsFile, dict, out] = process.argv;
const DIMENSIONS = 52, WORDS = 34000, DEEPEST = 120000, SENSES = 3;

// ---- WordNet: synsets, their words and their pointers ----
const files = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };
const synsets = new Map(); // "n123" -> { words, pointers }
for (const [pos, name] of Object.entries(files)) {
  for (const line of readFileSync(path.join(dict, 'data.' + name), 'utf8').split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const f = line.split(' | ')[0].split(' ');
    const count = parseInt(f[3], 16);
    const words = [];
    for (let i = 0; i < count; i++) words.push(f[4 + 2 * i].replace(/\(.*\)$/, ''));
    const at = 4 + 2 * count, pointers = [];
    for (let i = 0; i < parseInt(f[at], 10); i++) {
      const p = at + 1 + 4 * i;
      pointers.push({ kind: f[p], to: f[p + 2].replace('s', 'a') + f[p + 1], from: parseInt(f[p + 3].slice(0, 2), 16), word: parseInt(f[p + 3].slice(2), 16) });
    }
    synsets.set(pos + f[0], { words, pointers, file: f[1] });
  }
}
const senses = new Map(); // word -> its first senses of each part of speech
for (const [pos, name] of Object.entries(files)) {
  for (const line of readFileSync(path.join(dict, 'index.' + name), 'utf8').split('\n')) {
    if (line.startsWith(' ') || !line) continue;
    const f = line.trim().split(' ');
    const offsets = f.slice(-parseInt(f[2], 10)).slice(0, SENSES);
    senses.set(f[0], [...(senses.get(f[0]) ?? []), ...offsets.map(o => pos + o)]);
  }
}
const lowercase = new Set();
for (const { words } of synsets.values()) for (const w of words) if (w === w.toLowerCase()) lowercase.add(w);

const irregular = new Set(readFileSync(path.join(out, 'classes.txt'), 'utf8').split('\n').filter(l => l.startsWith('root: ')).flatMap(l => l.slice(6).split(' ')));
const more = 'stolen withheld torn sworn shaken shrunk sunk stuck struck swept swollen woven wound wept undone overcome overslept misread mislaid misunderstood repaid rebuilt retold rewritten unpaid texted texting texts emailed online frozen fled flung forbade forbidden forgave forgiven bitten blew blown bound burnt clung crept dealt dug drove dreamt fallen fitted fought ground hung knelt laid leapt learnt lit overheard proven quit rid rode ridden shed shone shot shut slid slung snuck spelt spilt spun split spoilt sprang sprung stank stung strove stricken swore swung upheld upset withdrew withdrawn'.split(' ');
for (const w of more) irregular.add(w);
const counts = new Map(); // how often each sense was met, to tell what a word mostly is
for (const line of readFileSync(path.join(dict, 'index.sense'), 'utf8').split('\n')) {
  const [key, , , count] = line.split(' ');
  if (!count) continue;
  const [word, rest] = key.split('%');
  const file = rest.split(':')[1];
  const at = counts.get(word) ?? counts.set(word, new Map()).get(word);
  at.set(file, (at.get(file) ?? 0) + Number(count) + 0.1);
}
// Things, bodies, food, people, illness, what is done to them: facts (+). How it is put, known, moved or changed: turns of phrase (-).
const FACTS = new Set(['05', '06', '08', '11', '13', '17', '18', '20', '26', '27', '29', '33', '34', '35']);
const TURNS = new Set(['02', '09', '10', '16', '23', '24', '28', '30', '31', '32', '38', '39', '40', '42']);
function sort(word) {
  const sums = { '+': 0, '-': 0, '': 0 };
  for (const l of lemmas(word)) for (const [file, n] of counts.get(l) ?? []) sums[FACTS.has(file) ? '+' : TURNS.has(file) ? '-' : ''] += n;
  const all = sums['+'] + sums['-'] + sums[''];
  return all === 0 ? '' : sums['+'] > 0.6 * all ? '+' : sums['-'] > 0.6 * all ? '-' : '';
}

function lemmas(word) {
  const ways = [word];
  for (const [ending, put] of [['ies', 'y'], ['ied', 'y'], ['es', ''], ['es', 'e'], ['s', ''], ['ed', ''], ['ed', 'e'], ['ing', ''], ['ing', 'e'], ['er', ''], ['er', 'e'], ['est', ''], ['est', 'e'], ['ier', 'y'], ['iest', 'y'], ['ily', 'y'], ['ly', '']]) {
    if (word.endsWith(ending) && word.length - ending.length >= 2) {
      const stem = word.slice(0, -ending.length) + put;
      ways.push(stem);
      if (/(.)\1$/.test(stem)) ways.push(stem.slice(0, -1));
    }
  }
  return ways.filter(w => lowercase.has(w));
}

// ---- the words we keep, in order of how common they are ----
const given = JSON.parse(readFileSync(embeddingsFile, 'utf8'));
const D = given.dimensions;
const kept = [];
for (let rank = 0; rank < Math.min(given.words.length, DEEPEST) && kept.length < WORDS; rank++) {
  const w = given.words[rank];
  if (/^[a-z]{2,}$/.test(w) && (lemmas(w).length > 0 || rank < 3000 || irregular.has(w))) kept.push(w);
}
console.error('words', kept.length, 'last', kept.slice(-5), 'rank of the last', given.words.indexOf(kept[kept.length - 1]));
const index = new Map(kept.map((w, i) => [w, i]));
const X = kept.map(w => Float64Array.from(given.vectors[w].slice(0, D)));

// ---- what all words share is taken away: mean and strongest direction ----
const mean = new Float64Array(D);
for (const x of X) for (let d = 0; d < D; d++) mean[d] += x[d] / X.length;
for (const x of X) for (let d = 0; d < D; d++) x[d] -= mean[d];

function axes(rows, dims) { // Jacobi on the covariance
  const n = dims, A = Array.from({ length: n }, () => new Float64Array(n)), V = Array.from({ length: n }, (_, i) => { const v = new Float64Array(n); v[i] = 1; return v; });
  for (const x of rows) for (let i = 0; i < n; i++) for (let j = i; j < n; j++) A[i][j] += x[i] * x[j] / rows.length;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) A[i][j] = A[j][i];
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) {
      off += A[p][q] ** 2;
      if (Math.abs(A[p][q]) < 1e-12) continue;
      const theta = (A[q][q] - A[p][p]) / (2 * A[p][q]);
      const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1)), c = 1 / Math.sqrt(t * t + 1), s = t * c;
      for (let k = 0; k < n; k++) { const a = A[k][p], b = A[k][q]; A[k][p] = c * a - s * b; A[k][q] = s * a + c * b; }
      for (let k = 0; k < n; k++) { const a = A[p][k], b = A[q][k]; A[p][k] = c * a - s * b; A[q][k] = s * a + c * b; }
      for (let k = 0; k < n; k++) { const a = V[k][p], b = V[k][q]; V[k][p] = c * a - s * b; V[k][q] = s * a + c * b; }
    }
    if (off < 1e-10) break;
  }
  return [...Array(n).keys()].sort((a, b) => A[b][b] - A[a][a]).map(k => V.map(row => row[k]));
}
const unit = x => { let l = 0; for (const v of x) l += v * v; l = Math.sqrt(l) || 1; for (let d = 0; d < x.length; d++) x[d] /= l; return x; };
for (const axis of axes(X, D).slice(0, 2)) for (const x of X) {
  let p = 0; for (let d = 0; d < D; d++) p += x[d] * axis[d];
  for (let d = 0; d < D; d++) x[d] -= p * axis[d];
}
X.forEach(unit);

// ---- drawn together along WordNet: same sense, same root, kind of ----
const near = kept.map(() => new Map());
const join = (a, b, weight) => {
  const i = index.get(a), j = index.get(b);
  if (i === undefined || j === undefined || i === j) return;
  near[i].set(j, Math.max(weight, near[i].get(j) ?? 0));
  near[j].set(i, Math.max(weight, near[j].get(i) ?? 0));
};
for (const [word, list] of senses) {
  for (const id of list) {
    const set = synsets.get(id);
    for (const other of set.words) join(word, other.toLowerCase(), 1);
    for (const p of set.pointers) {
      const to = synsets.get(p.to);
      if (!to) continue;
      if (p.kind === '+' || p.kind === '\\') join(set.words[p.from - 1]?.toLowerCase(), to.words[p.word - 1]?.toLowerCase(), 1);
      else if (p.kind === '&') for (const other of to.words) join(word, other.toLowerCase(), 0.5);
      else if (p.kind === '@') for (const other of to.words) join(word, other.toLowerCase(), 0.3);
    }
  }
}
for (const w of kept) for (const l of lemmas(w)) join(w, l, 1.5);
const Y = X.map(x => Float64Array.from(x));
for (let round = 0; round < 8; round++) for (let i = 0; i < Y.length; i++) {
  if (near[i].size === 0) continue;
  const y = Float64Array.from(X[i]); let own = 1, pull = 0;
  for (const w of near[i].values()) pull += w;
  const share = Math.min(1.2, pull) / pull;
  for (const [j, w] of near[i]) for (let d = 0; d < D; d++) y[d] += share * w * Y[j][d];
  Y[i] = unit(y);
}

// ---- fewer dimensions, one byte each ----
const top = axes(Y, D).slice(0, DIMENSIONS);
const bytes = Buffer.alloc(kept.length * DIMENSIONS);
Y.forEach((y, i) => {
  const z = unit(Float64Array.from(top.map(axis => axis.reduce((sum, v, d) => sum + v * y[d], 0))));
  const most = Math.max(...z.map(Math.abs));
  for (let d = 0; d < DIMENSIONS; d++) bytes.writeInt8(Math.round(127 * z[d] / most), i * DIMENSIONS + d);
});
writeFileSync(path.join(out, 'meaning.gz'), gzipSync(Buffer.concat([Buffer.from(kept.map(w => w + sort(w)).join('\n') + '\n\n', 'ascii'), bytes]), { level: 9 }));
