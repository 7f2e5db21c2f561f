/** `npm run conformance -- DIR`: agreement by expectation, and the list of disagreements. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { status } from '../../main/terminal/index.ts'
import type { Comparison } from './comparison.ts'
import { compareDcc } from './dcc.ts'
import { compareNzcp } from './nzcp.ts'
import { publicData } from './public-data.ts'
import { compareShc } from './shc.ts'
import { compareVdsNc } from './vds-nc.ts'

const folder = process.argv[2] ?? publicData
/** Each set, and what shows that it is there. */
const sets = [
  [['cases.jsonl', 'dcc'], compareDcc],
  [['shc'], compareShc],
  [['nzcp'], compareNzcp],
  [['vdsnc'], compareVdsNc],
] as const

// A folder that holds one set, such as DCC's cases alone, is compared as far as it goes.
const there = sets.filter(([places]) => places.some((place) => existsSync(join(folder, place))))
if (there.length === 0) {
  process.stderr.write(
    `There is no test data in ${folder}. Give the folder that holds dcc, shc, nzcp or vdsnc: npm run conformance -- DIR\n`,
  )
  process.exit(status.input)
}
const comparisons: Comparison[] = []
for (const [, compare] of there) comparisons.push(...(await compare(folder)))

const byExpectation = Map.groupBy(comparisons, ({ expectation }) => expectation)
const agrees = ({ expected, found }: Comparison): boolean => expected === found
for (const [expectation, rows] of byExpectation) {
  const counted = rows.filter(({ counts }) => counts)
  const left = rows.length - counted.length
  const of = counted.length > 0 ? counted : rows
  const note = counted.length === 0 ? ' (not counted)' : left > 0 ? ` (${left} not counted)` : ''
  process.stdout.write(`${expectation.padEnd(28)} ${of.filter(agrees).length} of ${of.length} agree${note}\n`)
}
const disagreements = comparisons.filter((row) => !agrees(row))
for (const { id, expectation, expected, counts } of disagreements) {
  process.stdout.write(`${counts ? 'DISAGREES' : 'not counted'}: ${id} ${expectation} should be ${expected}\n`)
}
const counted = comparisons.filter(({ counts }) => counts)
const failed = counted.filter((row) => !agrees(row)).length
process.stdout.write(`${counted.length - failed} agree, ${failed} disagree\n`)
process.exitCode = failed > 0 ? 1 : 0
