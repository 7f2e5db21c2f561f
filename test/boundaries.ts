/**
 * Who may import whom, checked on every module of the project: the rules are in boundary-rules.ts. Prints one line a
 * violation and a final count; ends with status 1 where there is one, or where nothing was looked at.
 *
 * `boundaries.ts [FOLDER]` checks another tree of the same layout.
 */
import '../main/setup/require-node24.mjs'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { root } from '../main/setup/node24.mjs'
import { rooms, rules } from './boundary-rules.ts'

const folder = resolve(process.argv[2] ?? root)
const { output } = await cruise(
  rooms.filter((room) => existsSync(resolve(folder, room))),
  {
    baseDir: folder,
    ruleSet: { forbidden: rules },
    validate: true,
    // A type imported from the wrong room ties the rooms together as much as a value does.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    parser: 'tsc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
)
if (typeof output === 'string') throw new Error('dependency-cruiser answered with a text and not with its result')
const { summary, modules } = output
const looked = modules.filter(({ source }) => rooms.some((room) => source.startsWith(`${room}/`))).length

for (const { rule, from, to, cycle } of summary.violations) {
  const path = cycle ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`
  console.log(`${rule.name}: ${path}`)
}
console.log(`${looked} modules, ${summary.violations.length} violations`)
if (looked === 0) console.log('No module was looked at, so nothing is proved.')
process.exitCode = looked > 0 && summary.violations.length === 0 ? 0 : 1
