/** Verdicts about what is no certificate: identity documents, parts of cards, and everything else. */
import { documentStructure } from '../../shared/document/doubt.ts'
import { adviceFor, guessSentences } from '../../shared/document/guess-sentences.ts'
import { guessWhatItIs } from '../../shared/document/guess.ts'
import { recogniseDocument } from '../../shared/document/recognise.ts'
import { isCommandText } from '../../shared/domain/command-code.ts'
import { finding } from '../../shared/domain/finding/finding.ts'
import { conclude, type Finding, type FindingValues, type Verdict } from '../../shared/domain/finding/verdict.ts'
import { say } from '../../shared/language/say.ts'

/** A verdict of what is no certificate. */
export function verdictOf(text: string, findings: Finding[], rest: Partial<Verdict> = {}): Verdict {
  const nothing = { format: null, certificate: null, digest: null, document: null, validUntil: null, payload: null }
  return { ...conclude(findings), findings, text, ...nothing, ...rest }
}

/**
 * A text that decodes as no certificate. A document is a claim, and a certificate of a system that is not read here cannot
 * be concluded about: either is to be checked. Anything else is unreadable.
 */
export function judgeUncertified(text: string): Verdict {
  if (isCommandText(text)) return judgeCommand(text, 'command-not-ours')
  const document = recogniseDocument(text)
  if (!document) return verdictOf(text, [unknownFormat(text)])
  const findings = [finding('format-document'), finding(documentStructure(document)), finding('document-unsigned')]
  return verdictOf(text, findings, { document })
}

/** A text that wants to command, and may not: it is no certificate, and nothing is done. */
export function judgeCommand(
  text: string,
  code: 'command-not-ours' | 'command-departs' | 'command-replaced',
  values?: FindingValues,
): Verdict {
  return verdictOf(text, [finding(code, values)])
}

/**
 * One code of a card that comes in several.
 * @param missing places of the codes that are still to be scanned, from 1
 */
export function judgePart(text: string, missing: readonly number[]): Verdict {
  const findings = [finding('format-known'), finding('part-of-several', { missing: missing.join(', ') })]
  return verdictOf(text, findings, { format: 'SHC' })
}

/** What a mistyped code seems to be. */
const mistypedWords = {
  certificate: { vi: 'chứng nhận', en: 'a certificate' },
  identity: { vi: 'giấy tờ tùy thân', en: 'an identity code' },
} as const

/** That a keyboard has made something else of a code. */
export function mistyped(seems: keyof typeof mistypedWords): Finding {
  return finding('format-mistyped', { kind: 'mistyped', seems, ...mistypedWords[seems] })
}

function unknownFormat(text: string): Finding {
  const guess = guessWhatItIs(text)
  const values = Object.fromEntries(
    Object.entries(guess).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  if (guess.kind === 'certificate-family')
    return finding('format-unsupported', { ...values, ...adviceFor(guess.family) })
  if (guess.kind === 'mistyped') return mistyped(guess.seems)
  const { vi, en } = guessSentences[guess.kind]
  return finding('format-unknown', { kind: guess.kind, vi: say('vi', vi, values), en: say('en', en, values) })
}
