/** `chot verify --jsonl`: one line in, one line out, in order, until the input ends. */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { readClock } from '../../shared/certificate/moment.ts'
import { readImage } from '../images/index.ts'
import { keyEntriesOf, KeyShelf, SigningAuthorities, trustStore, type TrustStore } from '../trust/index.ts'
import type { Terminal } from '../terminal/index.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Circumstances } from '../verify/index.ts'
import { judgeCode, type Judged } from './judge-code.ts'
import { verdictLine } from './verdict-line.ts'

const lineSchema = v.looseObject({
  id: v.unknown(),
  /** The text of one code, or of each code of one card. */
  text: v.optional(v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))])),
  image: v.optional(v.string()),
  at: v.optional(v.string()),
  certificates: v.optional(v.array(v.string())),
  keys: v.optional(v.array(v.unknown())),
  rules: v.optional(v.boolean()),
})

type Line = v.InferOutput<typeof lineSchema>

/** What holds for a line that does not bring its own. */
export interface LineDefaults {
  trust: TrustStore
  now(): number
}

/**
 * What a line believes instead of the store: keys (JWK, JWK set or DID document) and certificates (DSC or CSCA). Those
 * that cannot be used count for nothing, as in a trust folder: the verdict then says that the key is unknown.
 */
function lineTrust(line: Line, defaults: LineDefaults): TrustStore {
  if (!line.certificates && !line.keys) return defaults.trust
  const certificates = line.certificates ?? []
  const entries = [
    ...certificates.map((certificate) => ({ x5c: [certificate] })),
    ...(line.keys ?? []).flatMap(keyEntriesOf),
  ]
  const authorities = new SigningAuthorities(certificates.map((certificate) => Buffer.from(certificate, 'base64')))
  const { rules, valueSets, policy } = defaults.trust
  return trustStore({ keys: new KeyShelf(entries, true), authorities, rules, valueSets, policy })
}

/** The first code of a picture; a picture without any reads as an empty text, so that it too gets its verdict. */
async function lineTexts(line: Line): Promise<readonly string[]> {
  if (line.text !== undefined) return [line.text].flat()
  if (line.image === undefined) throw new Error('neither "text" nor "image"')
  const answer = await readImage(readFileSync(line.image))
  return [(answer.ok ? answer.texts[0] : undefined) ?? '']
}

/** The verdict about the last code, in the light of those before it: that of the card where they are all there. */
function judgeAll(texts: readonly string[], circumstances: Circumstances): Verdict {
  const [first = '', ...others] = texts
  let judged: Judged = judgeCode(first, null, circumstances)
  for (const text of others) judged = judgeCode(text, judged.parts, circumstances)
  return judged.verdict
}

function lineClock(line: Line, defaults: LineDefaults): number {
  if (line.at === undefined) return defaults.now()
  const at = readClock(line.at)
  if (at === null) throw new Error(`"at" is not an ISO 8601 time: ${line.at}`)
  return at
}

async function answerLine(source: string, defaults: LineDefaults): Promise<object> {
  try {
    const line = v.parse(lineSchema, JSON.parse(source))
    const circumstances = {
      trust: lineTrust(line, defaults),
      now: lineClock(line, defaults),
      rules: line.rules ?? true,
    }
    return verdictLine(line.id ?? null, judgeAll(await lineTexts(line), circumstances))
  } catch (error) {
    return { id: null, error: error instanceof Error ? error.message : String(error) }
  }
}

/** Runs until the input ends. Blank lines are passed over; a malformed one is answered with its error. */
export async function verifyLines(
  { drained, input, print }: Pick<Terminal, 'drained' | 'input' | 'print'>,
  defaults: LineDefaults,
): Promise<void> {
  for await (const source of createInterface({ input, crlfDelay: Infinity })) {
    if (source.trim() === '') continue
    print(`${JSON.stringify(await answerLine(source, defaults))}\n`)
    await drained()
  }
}
