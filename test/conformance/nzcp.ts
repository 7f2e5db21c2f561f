/** The public NZ COVID Passes, under the issuer's DID document. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOfCheck, compared, passes, type Comparison } from './comparison.ts'
import { readJsonLines } from './public-data.ts'
import { verifyInLines, type AnswerLine } from './verify-in-lines.ts'

interface NzcpCase {
  id: string
  qr: string
  /** ISO 8601. */
  clock: string
  expected: 'accept' | 'reject'
  reason: string | null
  /** Seconds. */
  nbf: number
  exp: number
}

/** How the data's reasons to reject read in what we find. */
const reasons: Readonly<Record<string, (answer: AnswerLine) => boolean>> = {
  signature: ({ reason }) => reason === 'signature-mismatch',
  expired: (answer) => answer.reason === 'period-expired' && passes(answer, 'signature'),
  'not yet active': (answer) => answer.reason === 'period-not-begun' && passes(answer, 'signature'),
}

const inSeconds = (seconds: number): string => new Date(seconds * 1000).toISOString()

/**
 * Compares every expectation of the data in `folder` with what we find: at the case's own clock, at both ends of its
 * stated period, and without its issuer's document.
 * @param folder holds `nzcp/`
 */
export async function compareNzcp(folder: string): Promise<Comparison[]> {
  const nzcp = join(folder, 'nzcp')
  const did: unknown = JSON.parse(readFileSync(join(nzcp, 'did.json'), 'utf8'))
  const cases = readJsonLines<NzcpCase>(join(nzcp, 'cases.jsonl'))
  const judge = async (at: (each: NzcpCase) => string, keys: unknown[] = [did]) =>
    verifyInLines(cases.map((each) => ({ id: each.id, text: each.qr, at: at(each), keys, rules: false })))
  const own = await judge(({ clock }) => clock)
  const strange = await judge(({ clock }) => clock, [])
  const last = await judge(({ exp }) => inSeconds(exp))
  const late = await judge(({ exp }) => inSeconds(exp + 1))
  return cases.flatMap(({ id, expected, reason }, index) => {
    const answer = own[index] as AnswerLine
    const reading = reason === null ? undefined : reasons[reason]
    const period = (answers: readonly AnswerLine[]) => codeOfCheck(answers[index] as AnswerLine, 'period')
    return [
      compared(id, 'NZCP accepted', expected === 'accept', answer.outcome === 'accepted'),
      ...(reading ? [compared(id, 'NZCP reason', true, reading(answer))] : []),
      compared(id, 'NZCP unknown issuer', true, codeOfCheck(strange[index] as AnswerLine, 'key') === 'key-unknown'),
      compared(id, 'NZCP in time to its last second', true, period(last) === 'period-current'),
      compared(id, 'NZCP late a second after', true, period(late) === 'period-expired'),
    ]
  })
}
