/**
 * `npm run bench -- NAME`: runs one benchmark and prints its report as one JSON object, the only thing on standard
 * output. Progress goes to standard error. A bar that does not hold is a figure like any other and no error.
 */
import '../../main/setup/require-node24.mjs'
import { Console } from 'node:console'
import type { BenchReport } from './report.ts'

const benches: Record<string, () => Promise<{ run(): Promise<BenchReport> }>> = {
  crossing: () => import('./crossing.ts'),
  hub: () => import('./hub.ts'),
  journal: () => import('./journal.ts'),
  'journal-verify': () => import('./journal-verify.ts'),
  lane: () => import('./lane.ts'),
  reports: () => import('./reports.ts'),
  scan: () => import('./scan.ts'),
  'sign-in': () => import('./sign-in.ts'),
  sync: () => import('./sync.ts'),
  trust: () => import('./trust.ts'),
  verify: () => import('./verify.ts'),
}

// Whatever a library has to say belongs with the progress.
globalThis.console = new Console(process.stderr)

const [name = '', ...rest] = process.argv.slice(2)
const bench = Object.hasOwn(benches, name) && rest.length === 0 ? benches[name] : undefined
if (bench) {
  const report = await (await bench()).run()
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
} else {
  console.error(`Usage: npm run bench -- NAME, where NAME is one of: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
}
