/**
 * `npm test`: sets up whatever is missing, then runs every check there is, in order of how quickly it can fail. Plain
 * JavaScript, because it starts on Node 20 before anything is installed. Its last line is
 * `N passed, N failed[, N skipped]`; its exit status is 1 where anything failed.
 */
import { join } from 'node:path'
import { ensureInstalled } from '../main/setup/install.mjs'
import { findNode24, nodeSentence, root } from '../main/setup/node24.mjs'
import { runStep } from './run/step.mjs'
import { lastLine, skippedLines, sum, tallyOfTool } from './run/tally.mjs'

const vitest = (/** @type {string} */ project) => [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=./test/run/vitest-reporter.ts',
]

/** @type {import('./run/step.mjs').Step[]} */
const steps = [
  { name: 'format', kind: 'tool', command: ['node_modules/@biomejs/biome/bin/biome', 'format'] },
  {
    name: 'lint',
    kind: 'tool',
    command: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
    minutes: 10,
  },
  { name: 'types', kind: 'tool', command: ['node_modules/typescript/bin/tsc', '--build'], minutes: 10 },
  { name: 'boundaries', kind: 'tool', command: ['test/boundaries.ts'] },
  { name: 'dead code', kind: 'tool', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'build', kind: 'tool', command: ['main/setup/build.ts'] },
  // Far longer than they take where something else keeps a slow machine busy: limits for what hangs.
  { name: 'unit', kind: 'tests', command: vitest('unit'), minutes: 60 },
  { name: 'contract', kind: 'tests', command: vitest('contract'), minutes: 60 },
  { name: 'end to end', kind: 'tests', command: ['test/e2e/run.ts'], minutes: 120 },
]

/** @returns {Promise<import('./run/tally.mjs').Tally>} */
async function runAll() {
  // The hub's are its own, and no start installs them.
  for (const folder of [root, join(root, 'hub')]) {
    if ((await ensureInstalled(folder)) === 'failed') return tallyOfTool('setting up the dependencies', false)
  }
  const node = findNode24()
  if (node === null) {
    console.log(nodeSentence(process.versions.node))
    return tallyOfTool('finding Node 24', false)
  }
  const tallies = []
  for (const step of steps) tallies.push(await runStep(step, node, root))
  return sum(tallies)
}

const tally = await runAll()
console.log('')
for (const line of skippedLines(tally.skipped)) console.log(line)
for (const name of tally.failed) console.log(`FAILED: ${name}`)
console.log(lastLine(tally))
process.exitCode = tally.failed.length === 0 ? 0 : 1
