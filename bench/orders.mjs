/**
 * From orders at hand to the first answer, beside other ways to the same figures: revenue, orders, order value and repeat
 * rate of each of 730 days and of two windows of 28. Every run has a process of its own, and the contenders take turns.
 *
 *   SIZES=10000,1000000 KINDS=rows,csv BESIDE=naive,dsv ROUNDS=5 npm --prefix bench run bench -- orders
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { contenders } from './orders/contenders.mjs';
import { median } from './page.mjs';

const listed = (value, fallback) => (value ?? fallback).split(',');
const sizes = listed(process.env.SIZES, '10000,100000,1000000,5000000').map(Number);
const kinds = listed(process.env.KINDS, 'rows,columns,csv,json');
const beside = process.env.BESIDE?.split(',');
const rounds = Number(process.env.ROUNDS ?? 3);
const file = fileURLToPath(new URL('./orders/one.mjs', import.meta.url));
/** Beyond these they take minutes, or more memory than there is. */
const most = { arquero: 1e6, crossfilter: 1e6, d3: 1e6 };

function measure(name, kind, size) {
  const flags = ['--expose-gc', '--max-old-space-size=12000'];
  return JSON.parse(execFileSync(process.execPath, [...flags, file, name, kind, size], { maxBuffer: 1e9 }).toString());
}

const isSame = (a, b) =>
  ['revenue', 'orders', 'rate'].every((what) => Math.abs(a[what] - b[what]) <= 1e-6 * Math.abs(b[what]));

export async function run() {
  for (const size of sizes) {
    for (const kind of kinds) {
      const taking = Object.keys(contenders).filter(
        (name) =>
          contenders[name].reads.includes(kind) &&
          name !== 'turns' &&
          (!beside || ['own', ...beside].includes(name)) &&
          size <= (most[name] ?? Infinity),
      );
      const taken = new Map(taking.map((name) => [name, []]));
      for (let round = 0; round < rounds; round++) {
        const from = round % taking.length;
        for (const name of [...taking.slice(from), ...taking.slice(0, from)])
          taken.get(name).push(measure(name, kind, size));
      }
      console.log(
        `\n${size.toLocaleString('en')} orders as ${kind}: milliseconds to the first answer and of the processor, medians of ${rounds}, and how many times those kpi-elements takes; and what is held in the end`,
      );
      const own = taken.get('own');
      for (const [name, runs] of taken) {
        const { title, isReading } = contenders[name];
        if (!isReading && !isSame(runs[0], own[0]))
          throw new Error(`${name} finds ${JSON.stringify(runs[0])}, not ${JSON.stringify(own[0])}.`);
        const over = (list, what) => median(list.map(what));
        const cells = ['took', 'cpu'].flatMap((clock) => {
          const time = ({ whole, reading }) => (isReading ? reading : whole)[clock];
          return [
            `${over(runs, time).toFixed(0).padStart(7)} ms`,
            `${(over(own, time) / over(runs, time)).toFixed(2).padStart(6)} ×`,
          ];
        });
        const held = `${(over(runs, ({ holds }) => holds) / 1e6).toFixed(0).padStart(5)} MB`;
        console.log(`  ${title.padEnd(22)} ${[...cells, held].join(' ')}`);
      }
      const readIn = ['took', 'cpu'].map((clock) => median(own.map(({ reading }) => reading[clock])).toFixed(0));
      console.log(`  of which kpi-elements reads for ${readIn[0]} ms, ${readIn[1]} ms of the processor`);
      if (taken.has('typed')) {
        const answering = median(own.map(({ whole, reading }) => whole.cpu - reading.cpu));
        const times = answering / median(taken.get('typed').map(({ whole }) => whole.cpu));
        console.log(
          `  and answers for ${answering.toFixed(0)} ms of it, ${times.toFixed(2)} × the typed loop, which is fed numbers too`,
        );
      }
      const { peak, holds } = measure('turns', kind, size);
      console.log(
        `  and holds at most ${(peak / 1e6).toFixed(0)} MB beside the input, of which ${(holds / 1e6).toFixed(0)} MB stay`,
      );
    }
  }
}
