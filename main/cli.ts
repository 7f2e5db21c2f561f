/** The `chot` command. */
import './setup/require-node24.mjs'
import packageJson from '../package.json' with { type: 'json' }
import type { Terminal } from './command/command.ts'
import { findCommand } from './command/commands.ts'
import { chosenProfile, readCommandLine } from './command/options.ts'
import { UsageError, usage } from './command/usage.ts'
import { CheckpointUnreadable } from './profile.ts'
import { openingSentence } from './shell/index.ts'
import { TrustUnreadable } from './trust/index.ts'

const terminal: Terminal = {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  env: process.env,
  now: Date.now,
}

/** For the sentences about a profile that cannot be opened. */
let profile = ''

async function run(commandLine: readonly string[]): Promise<number> {
  const { values, positionals } = readCommandLine(commandLine)
  profile = chosenProfile(values, terminal.env)
  if (values.version) {
    terminal.output.write(`${packageJson.version}\n`)
    return 0
  }
  if (values.help) {
    terminal.output.write(usage)
    return 0
  }
  const { command, rest } = findCommand(positionals, values)
  return command.run(rest, values, terminal)
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const sentence = openingSentence(error, profile)
  if (error instanceof UsageError) terminal.errors.write(`chot: ${error.message}\nTry: chot --help\n`)
  else if (error instanceof TrustUnreadable || error instanceof CheckpointUnreadable)
    terminal.errors.write(`chot: ${error.message}\n`)
  else if (sentence !== null) terminal.errors.write(`${sentence}\n`)
  else throw error
  process.exitCode = 3
}
