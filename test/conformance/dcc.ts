/**
 * The public DCC cases (dgc-testdata) and real-world codes (dcc-quality-assurance), each expectation read as findings
 * the way the data's README says.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { codeOfCheck, compared, passes, type Comparison } from './comparison.ts'
import { readJsonLines } from './public-data.ts'
import { verifyInLines, type AnswerLine } from './verify-in-lines.ts'

interface DccCase {
  id: string
  prefix: string
  certificate: string | null
  validationClock: string
  expected: Record<string, boolean>
  knownBad?: string[]
  json: unknown
}

interface RealCode {
  file: string
  qr: string
  certificate: string | null
  sig: boolean | null
  evalClock: string
}

/** How each expectation reads in our findings. Those that are not listed speak of encoding, which is not done here. */
const readings: Readonly<Record<string, (answer: AnswerLine, dcc: DccCase) => boolean>> = {
  EXPECTEDUNPREFIX: (answer) => answer.format === 'HC1',
  EXPECTEDB45DECODE: (answer) => codeOfCheck(answer, 'structure') !== 'text-damaged',
  EXPECTEDCOMPRESSION: (answer) => codeOfCheck(answer, 'structure') !== 'compression-damaged',
  EXPECTEDDECODE: (answer) => answer.payload !== null,
  EXPECTEDVALIDOBJECT: (answer) => answer.payload !== null,
  EXPECTEDVALIDJSON: (answer, dcc) => isDeepStrictEqual(answer.payload, dcc.json),
  EXPECTEDVERIFY: (answer) => passes(answer, 'signature'),
  EXPECTEDKEYUSAGE: (answer) => passes(answer, 'key'),
  EXPECTEDEXPIRATIONCHECK: (answer) => passes(answer, 'period'),
  EXPECTEDSCHEMAVALIDATION: (answer) => passes(answer, 'structure'),
}

/** Publishers contradict the published schema in a third of all cases: printed, not counted. */
const uncounted = 'EXPECTEDSCHEMAVALIDATION'

/**
 * Whether a key may sign this kind is a question about a key. Where the code names another key than the one given,
 * there is none to ask about, and `key` says so (`key-unknown`): printed, not counted. Seen in PL-1.3.0-6, which
 * carries one signer's certificate and names another's.
 */
function hasNoKey(expectation: string, answer: AnswerLine): boolean {
  return expectation === 'EXPECTEDKEYUSAGE' && answer.findings.some(({ code }) => code === 'key-unknown')
}

async function compareCases(folder: string): Promise<Comparison[]> {
  const cases = readJsonLines<DccCase>(join(folder, 'cases.jsonl'))
  const answers = await verifyInLines(
    cases.map(({ id, prefix, certificate, validationClock }) => ({
      id,
      text: prefix,
      at: validationClock,
      certificates: certificate ? [certificate] : [],
      rules: false,
    })),
  )
  return cases.flatMap((dcc, index) =>
    Object.entries(dcc.expected).flatMap(([expectation, expected]) => {
      const reading = readings[expectation]
      if (!reading) return []
      const answer = answers[index] as AnswerLine
      const found = reading(answer, dcc)
      const counts =
        expectation !== uncounted && !(dcc.knownBad ?? []).includes(expectation) && !hasNoKey(expectation, answer)
      return [{ id: dcc.id, expectation, expected, found, counts }]
    }),
  )
}

/** The code pictures that are there must read as the text of their case, and the unreadable one as nothing. */
async function comparePictures(folder: string): Promise<Comparison[]> {
  const cases = readJsonLines<DccCase>(join(folder, 'cases.jsonl')).flatMap((dcc) => {
    const image = join(folder, 'images', `DGC_${dcc.id}.png`)
    const expected = dcc.expected['EXPECTEDPICTUREDECODE']
    return expected !== undefined && existsSync(image) ? [{ dcc, image, expected }] : []
  })
  const answers = await verifyInLines(
    cases.map(({ dcc, image }) => ({ id: dcc.id, image, at: dcc.validationClock, rules: false })),
  )
  return cases.map(({ dcc, expected }, index) => {
    const { text } = answers[index] as AnswerLine
    return compared(dcc.id, 'EXPECTEDPICTUREDECODE', expected, text === dcc.prefix)
  })
}

async function compareRealCodes(folder: string): Promise<Comparison[]> {
  const codes = readJsonLines<RealCode>(join(folder, 'real.jsonl'))
  const answers = await verifyInLines(
    codes.map(({ file, qr, evalClock, certificate }) => ({
      id: file,
      text: qr,
      at: evalClock,
      certificates: certificate ? [certificate] : [],
      rules: false,
    })),
  )
  return codes.flatMap(({ file, sig }, index) => {
    const answer = answers[index] as AnswerLine
    return sig === null
      ? [compared(file, 'unknown key', true, answer.reason === 'key-unknown')]
      : [
          compared(file, 'signature', sig, passes(answer, 'signature')),
          compared(file, 'accepted', sig, answer.outcome === 'accepted'),
        ]
  })
}

/**
 * Compares every expectation of the data in `folder` with what we find.
 * @param folder holds `dcc/`, or is it
 */
export async function compareDcc(folder: string): Promise<Comparison[]> {
  const dcc = existsSync(join(folder, 'cases.jsonl')) ? folder : join(folder, 'dcc')
  return [...(await compareCases(dcc)), ...(await comparePictures(dcc)), ...(await compareRealCodes(dcc))]
}
