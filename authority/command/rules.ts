/** `chot-authority rules set FILE`: the rules of the next publication. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../../shared/language/say.ts'
import { writeDurably } from '../repository/durable-write.ts'
import { failure } from '../repository/failures.ts'
import { openHome, type Home } from '../repository/home.ts'
import { policyOf, rulesProblem } from '../repository/rule-file.ts'
import type { Command } from './command.ts'
import { UsageError } from './failure.ts'
import { readArguments } from './read-arguments.ts'

const set = {
  vi: 'Đã đặt bộ quy tắc từ "{file}". Các chốt nhận được sau khi chạy "chot-authority publish DIR".\n',
  en: 'The rules of "{file}" are in place. Checkpoints get them with the next "chot-authority publish DIR".\n',
} as const

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function readRules(home: Home, file: string): string {
  let policy: unknown
  try {
    policy = policyOf(home, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw failure('rules-unusable', { file, why: message(error) }, { cause: error })
  }
  const why = rulesProblem(policy)
  if (why !== null) throw failure('rules-unusable', { file, why })
  return `${JSON.stringify(policy, null, 1)}\n`
}

export const rules: Command = {
  usage: `  rules set FILE
      Takes a policy, or a bare list of CertLogic rules for the policy in place, into the next publication. Every rule
      is compiled first; one that a checkpoint could not evaluate refuses the file.
`,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { authority: { type: 'string' } })
    const [verb, file, ...rest] = positionals
    if (verb !== 'set' || file === undefined || rest.length > 0) throw new UsageError('rules takes: set FILE')
    const home = openHome(values.authority, terminal.env)
    writeDurably(join(home.working, 'rules.json'), readRules(home, file))
    terminal.print(say(terminal.locale, set[terminal.locale], { file }))
    return 0
  },
}
