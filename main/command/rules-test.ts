/** `chot rules test`: runs the tests that come with rules. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RuleProblem } from '../../shared/rules/rule-set.ts'
import { runRuleTests } from '../../shared/rules/rule-tests.ts'
import { readValueSets, type ValueSets } from '../../shared/rules/value-sets.ts'
import type { Command } from './command.ts'
import { required } from './options.ts'
import { readJsonFile, readJsonLines } from './read-json.ts'
import { UsageError } from './usage.ts'

const reasons = {
  'test-malformed': 'the test is malformed',
  'rule-missing': 'there is no such rule of that version',
  met: 'the rule is met and should not be',
  'not-met': 'the rule is not met and should be',
  open: 'the rule stays open and should be met',
} as const

/** Every value set in a folder, one document a file. */
function readFolder(folder: string): ValueSets {
  let files: string[]
  try {
    files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  } catch (error) {
    throw new UsageError(`cannot read ${folder}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const answer = readValueSets(files.map((file) => readJsonFile(join(folder, file))))
  if (answer.ok) return answer.valueSets
  throw new UsageError(`${join(folder, files[answer.place] ?? '')} is no value set: ${answer.message}`)
}

/** What keeps rules from being run, in one line. */
export function problemLine({ rule, at, message }: RuleProblem): string {
  return `${[rule, at, message].filter(Boolean).join(' ')}\n`
}

export const rulesTest: Command = {
  takes: ['rules', 'tests', 'value-sets'],
  run(words, values, { output, errors }) {
    if (words.length > 0) throw new UsageError('rules test takes no arguments')
    const rules = readJsonLines(required(values, 'rules'))
    const tests = readJsonLines(required(values, 'tests'))
    const valueSets = values['value-sets'] === undefined ? {} : readFolder(values['value-sets'])
    const run = runRuleTests(rules, tests, valueSets)
    if (!run.ok) {
      errors.write('chot: the rules cannot be used\n')
      for (const problem of run.problems) errors.write(`  ${problemLine(problem)}`)
      return 1
    }
    for (const { place, rule, test, reason, detail } of run.failures) {
      output.write(`test ${place + 1} ${rule} ${test}: ${reasons[reason]}${detail === '' ? '' : ` (${detail})`}\n`)
    }
    output.write(`${run.passed} passed, ${run.failed} failed\n`)
    return run.failed > 0 ? 1 : 0
  },
}
