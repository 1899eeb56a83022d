/**
 * Measures the step beside bare Node, the least that could be, and the actions that people chain today:
 * `npm run bench -- [--quick] [--rounds N] [--peers DIR] [--dist DIR]`. The README says how to read what it prints.
 */
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bareNode, chains, floor, OUR_DIST, ours, type Program, type Work } from './programs.ts';
import { renderCases, TEMPLATE } from './render-case.ts';
import { Bed, type Cost, type Step } from './run-process.ts';
import { type Distance, type StandIn, startStandIn } from './stand-in.ts';

interface Case {
  readonly work: Work;
  readonly distance: Distance;
}

const { values: options } = parseArgs({
  options: {
    /** Fewer cases and rounds, for a first look. */
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    /** A folder with the other actions checked out. */
    peers: { type: 'string' },
    /** Another build, to be measured beside the one that is checked in. */
    dist: { type: 'string' },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 3 : 11));

function casesOf(isQuick: boolean): Case[] {
  const counts = isQuick ? [10, 100] : [1, 10, 100, 1_000];
  const latencies = isQuick ? [20] : [0, 20, 50];
  const byName = [true, false].flatMap((isRealistic) =>
    latencies.flatMap((latencyMs) =>
      counts.map((count) => ({
        work: { kind: 'parameters' as const, count },
        distance: { latencyMs, isRealistic },
      })),
    ),
  );
  const others = (['path', 'secrets'] as const).flatMap((kind) =>
    (isQuick ? [100] : [100, 1_000]).map((count) => ({
      work: { kind, count },
      distance: { latencyMs: 20, isRealistic: true },
    })),
  );
  return [...byName, ...others];
}

/** Programs take turns, and each round starts with another one, so that drift of the machine's speed meets all alike. */
async function measure(
  programs: readonly Program[],
  { work, distance }: Case,
  bed: Bed,
  standIn: StandIn,
): Promise<void> {
  const running = programs.flatMap(({ name, steps }) => {
    const found = steps(work);
    return found === undefined ? [] : [{ name, steps: found, costs: [] as Cost[], calls: '' }];
  });
  const variables = standIn.variables(distance);
  for (let round = 0; round < rounds; round += 1) {
    const first = round % running.length;
    for (const program of [...running.slice(first), ...running.slice(0, first)]) {
      standIn.begin(distance, work.count);
      const steps = withVariables(program.steps, variables);
      program.costs.push(await bed.run(steps, {}));
      const { count, mostInFlight } = standIn.calls();
      program.calls = `${count} | ${mostInFlight}`;
    }
  }
  const network = distance.isRealistic ? 'realistic' : 'plain HTTP';
  const title = `${work.count} ${NOUNS[work.kind]}, ${distance.latencyMs} ms, ${network}`;
  const bases = running.filter(({ name }) => name === 'floor' || name.startsWith('chain'));
  print(`\n### ${title}\n`);
  const ratioHeads = bases.map(({ name }) => `to ${name} | `).join('');
  print(`| program | wall ms | ${ratioHeads}processor ms | peak MB | calls | most at once |`);
  print(`| --- |${' --- |'.repeat(5 + bases.length)}`);
  for (const { name, costs, calls } of running) {
    const ratios = bases.map((base) => {
      const pairs = costs.map(({ wallMs }, index) => wallMs / (base.costs[index]?.wallMs ?? 1));
      return `${median(pairs).toFixed(2)} | `;
    });
    print(`| ${name} | ${figure(costs, 'wallMs')} | ${ratios.join('')}${rest(costs)} | ${calls} |`);
  }
}

function withVariables(steps: readonly Step[], more: Readonly<Record<string, string>>): Step[] {
  return steps.map(({ script, variables }) => ({ script, variables: { ...more, ...variables } }));
}

const NOUNS = { parameters: 'parameters', path: 'parameters below a path', secrets: 'secrets' };

function rest(costs: readonly Cost[]): string {
  return `${figure(costs, 'processorMs')} | ${figure(costs, 'peakMegabytes')}`;
}

function figure(costs: readonly Cost[], key: keyof Cost): string {
  return median(costs.map((cost) => cost[key])).toFixed(0);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  await using cleanUps = new AsyncDisposableStack();
  const bed = new Bed();
  cleanUps.defer(() => bed.remove());
  const standIn = await startStandIn();
  cleanUps.defer(() => standIn.stop());
  const builds = [
    ours(OUR_DIST),
    ...(options.dist === undefined ? [] : [ours(resolve(options.dist))]),
  ];
  const peers = options.peers === undefined ? [] : chains(resolve(options.peers));
  const programs = [bareNode(bed.root), floor(bed.root), ...builds, ...peers];

  const gigabytes = Math.round(totalmem() / 2 ** 30);
  print(`Node ${process.versions.node}, ${cpus().length} cores, ${gigabytes} GB, ${rounds} rounds`);
  for (const each of casesOf(options.quick)) await measure(programs, each, bed, standIn);
  print('\n### Rendering serverless.yml, 0 ms, plain HTTP\n');
  print('| lines | references | program | wall ms | processor ms | peak MB | calls |');
  print('| --- | --- | --- | --- | --- | --- | --- |');
  const distance = { latencyMs: 0, isRealistic: false };
  for (const { lines, references, files } of renderCases()) {
    const costs: Cost[][] = builds.map(() => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, build] of builds.entries()) {
        standIn.begin(distance, 0);
        const steps = withVariables(build.render(TEMPLATE), standIn.variables(distance));
        costs[index]?.push(await bed.run(steps, files));
      }
    }
    const { count } = standIn.calls();
    for (const [index, { name }] of builds.entries()) {
      const own = costs[index] ?? [];
      print(
        `| ${lines} | ${references} | ${name} | ${figure(own, 'wallMs')} | ${rest(own)} | ${count} |`,
      );
    }
  }
}

await main();
