/** Runs lines through the very code of `chot verify --jsonl`, within this process. */
import { Readable } from 'node:stream'
import { verifyLines } from '../../main/command/verify/verify-lines.ts'
import type { verdictLine } from '../../main/command/verify/verdict-line.ts'
import { trustStore } from '../../main/trust/index.ts'
import { testTerminal } from '../fixtures/terminal.ts'

export type AnswerLine = ReturnType<typeof verdictLine> & { error?: string }

/** Answers in order, one a line. Nobody is trusted but whom a line brings. */
export async function verifyInLines(lines: readonly object[]): Promise<AnswerLine[]> {
  const terminal = testTerminal({ input: Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`)) })
  await verifyLines(terminal, { trust: trustStore(), now: Date.now })
  return terminal.printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AnswerLine)
}
