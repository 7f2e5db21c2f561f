/** `chot verify --jsonl`: one line in, one line out, in order, until the input ends. */
import * as v from 'valibot'
import { readClock } from '../../../shared/certificate/moment.ts'
import type { Verdict } from '../../../shared/domain/finding/verdict.ts'
import type { Locale, Sentences } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { keyEntriesOf, KeyShelf, SigningAuthorities, trustStore, type TrustStore } from '../../trust/index.ts'
import { Failure, type Terminal } from '../../terminal/index.ts'
import type { Circumstances } from '../../verify/index.ts'
import { pictureCodes } from './given-codes.ts'
import { judgeInTurn, judgePicture } from './judge-code.ts'
import { longestLine, readLines } from '../read-lines.ts'
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

/** What a line asks for that cannot be done. */
function fault(code: string, sentences: Sentences, values: Record<string, string> = {}, cause?: unknown): Failure {
  return new Failure(code, sentences, values, cause === undefined ? {} : { cause })
}

/** The verdict about a picture; one without any code is judged as an empty text, so that it too gets its verdict. */
async function judgeImage(path: string, circumstances: Circumstances): Promise<Verdict> {
  let texts: string[]
  try {
    texts = await pictureCodes(path)
  } catch (error) {
    throw fault(
      'image-unreadable',
      { vi: 'không đọc được "image" {path}: {why}', en: '"image" {path} cannot be read: {why}' },
      { path },
      error,
    )
  }
  return judgePicture(texts.length > 0 ? texts : [''], circumstances)
}

/** The verdict about the last code of a list, in the light of those before it: that of the card, if they are all there. */
async function judgeLine({ image, text }: Line, circumstances: Circumstances): Promise<Verdict> {
  if (text !== undefined) return judgeInTurn([text].flat(), circumstances).at(-1)!
  if (image !== undefined) return judgeImage(image, circumstances)
  throw fault('nothing-to-verify', { vi: 'thiếu "text" hoặc "image"', en: 'neither "text" nor "image"' })
}

function lineClock({ at }: Line, defaults: LineDefaults): number {
  if (at === undefined) return defaults.now()
  const instant = readClock(at)
  if (instant !== null) return instant
  throw fault(
    'at-no-time',
    { vi: '"at" không phải thời điểm ISO 8601: {at}', en: '"at" is not an ISO 8601 time: {at}' },
    { at },
  )
}

function parseLine(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    throw fault('not-json', { vi: 'dòng này không phải JSON: {why}', en: 'the line is not JSON: {why}' }, {}, error)
  }
}

function readMembers(stated: unknown): Line {
  const read = v.safeParse(lineSchema, stated)
  if (read.success) return read.output
  const why = read.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim()).join('; ')
  throw fault('line-malformed', { vi: 'dòng sai dạng: {why}', en: 'the line is malformed: {why}' }, { why })
}

const identified = v.looseObject({ id: v.unknown() })

/** The identifier of a line, whatever else is wrong with it; null where it has none. */
function identifierOf(stated: unknown): unknown {
  return v.is(identified, stated) ? (stated.id ?? null) : null
}

async function answerLine(source: string, defaults: LineDefaults, locale: Locale): Promise<object> {
  let id: unknown = null
  try {
    const stated = parseLine(source)
    id = identifierOf(stated)
    const line = readMembers(stated)
    const circumstances = {
      trust: lineTrust(line, defaults),
      now: lineClock(line, defaults),
      rules: line.rules ?? true,
    }
    return verdictLine(id, await judgeLine(line, circumstances), circumstances.trust.mode)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { id, code: error.code, error: error.in(locale) }
  }
}

const tooLong: Sentences = {
  vi: 'dòng dài hơn {longest} ký tự',
  en: 'the line is longer than {longest} characters',
}

/**
 * Runs until the input ends. Blank lines are passed over; one that cannot be answered is answered with its error, and
 * the identifier that it has.
 */
export async function verifyLines(
  { drained, input, locale, print }: Pick<Terminal, 'drained' | 'input' | 'locale' | 'print'>,
  defaults: LineDefaults,
): Promise<void> {
  for await (const { text } of readLines(input)) {
    if (text?.trim() === '') continue
    const answer =
      text === null
        ? { id: null, code: 'line-too-long', error: say(locale, tooLong[locale], { longest: longestLine }) }
        : await answerLine(text, defaults, locale)
    print(`${JSON.stringify(answer)}\n`)
    await drained()
  }
}
