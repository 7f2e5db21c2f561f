/** The public SMART Health Cards: codes whole and in parts, and JWS with one thing wrong each. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeDigits } from '../../shared/certificate/shc-numeric.ts'
import { compared, passes, type Comparison } from './comparison.ts'
import { readJsonLines } from './public-data.ts'
import { verifyInLines, type AnswerLine } from './verify-in-lines.ts'

interface ShcCase {
  id: string
  qr: string | string[]
  expected: 'accept' | 'reject' | 'part'
  iss?: string
  nbf?: number
  name?: { family: string; given: string[] }
}

interface JwsCase {
  id: string
  jws: string
  expected: string
}

/** The issuer whose keys the data has. */
const exampleIssuer = 'https://spec.smarthealth.cards/examples/issuer'
/** After the latest of these cards was issued; none of them ends. */
const clock = '2024-06-01T00:00:00Z'

function member(answer: AnswerLine, name: string): unknown {
  const { payload } = answer
  return typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined
}

/**
 * What a publisher calls accepted is a card that is authentic. One that states no test or vaccination, such as a
 * patient summary, is authentic too, though a checkpoint has nothing to admit anybody on.
 */
function isAuthentic(answer: AnswerLine): boolean {
  const stated = answer.outcome === 'accepted'
  return (
    stated ||
    (answer.reason === 'statement-absent' && ['signature', 'key', 'period'].every((check) => passes(answer, check)))
  )
}

function compareCase({ id, expected, iss, name, nbf }: ShcCase, answer: AnswerLine, strange: AnswerLine): Comparison[] {
  const rows = [
    compared(id, 'SHC part', expected === 'part', answer.reason === 'part-of-several'),
    compared(id, 'SHC accepted', expected === 'accept', isAuthentic(answer)),
    compared(id, 'SHC accepted under another issuer’s keys', false, isAuthentic(strange)),
  ]
  if (iss !== undefined) rows.push(compared(id, 'SHC issuer', true, member(answer, 'iss') === iss))
  if (nbf !== undefined) rows.push(compared(id, 'SHC time of issue', true, member(answer, 'nbf') === nbf))
  // A patient summary names its patient, but states nothing that becomes a certificate.
  if (name && answer.holder) {
    const holder = [name.family, ...name.given].join(' ')
    rows.push(compared(id, 'SHC holder', true, answer.holder.name === holder))
  }
  return rows
}

/**
 * Compares every expectation of the data in `folder` with what we find. The codes of a card are given the last one
 * first.
 * @param folder holds `shc/`
 */
export async function compareShc(folder: string): Promise<Comparison[]> {
  const shc = join(folder, 'shc')
  const set: object = JSON.parse(readFileSync(join(shc, 'spec-issuer.jwks.json'), 'utf8'))
  const judge = async (codes: readonly { id: string; text: string | string[] }[], issuer: string) =>
    verifyInLines(codes.map((code) => ({ ...code, at: clock, keys: [{ ...set, issuer }], rules: false })))
  const cards = readJsonLines<ShcCase>(join(shc, 'cases.jsonl'))
  const codes = cards.map(({ id, qr }) => ({ id, text: [qr].flat().toReversed() }))
  const answers = await judge(codes, exampleIssuer)
  const strangers = await judge(codes, 'https://example.org/another-issuer')
  const faults = readJsonLines<JwsCase>(join(shc, 'jws.jsonl'))
  const found = await judge(
    faults.map(({ id, jws }) => ({ id, text: `shc:/${encodeDigits(jws)}` })),
    exampleIssuer,
  )
  return [
    ...cards.flatMap((card, index) => compareCase(card, answers[index] as AnswerLine, strangers[index] as AnswerLine)),
    ...faults.map(({ id, expected }, index) =>
      compared(id, 'SHC JWS accepted', expected.startsWith('accept'), isAuthentic(found[index] as AnswerLine)),
    ),
  ]
}
