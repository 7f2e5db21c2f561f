/** Runs `chot` within this process, as its entry does, and hears what it prints. */
import { Readable, Writable } from 'node:stream'
import { findCommand } from '../../../../main/command/commands.ts'
import { readCommandLine } from '../../../../main/command/options.ts'

/** What came of a command line. */
export interface Ran {
  status: number
  printed: string
  complained: string
}

function sink(): { stream: Writable; text: () => string } {
  let written = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString('utf8')
      done()
    },
  })
  return { stream, text: () => written }
}

/** @param now the clock, epoch milliseconds @throws UsageError */
export async function runCommand(commandLine: readonly string[], now: number, input = ''): Promise<Ran> {
  const [output, errors] = [sink(), sink()]
  const { values, positionals } = readCommandLine(commandLine)
  const { command, rest } = findCommand(positionals, values)
  const terminal = { output: output.stream, errors: errors.stream, env: {}, now: () => now }
  const status = await command.run(rest, values, { ...terminal, input: Readable.from([input]) })
  return { status, printed: output.text(), complained: errors.text() }
}
