/** The public SMART Health Cards: codes whole and in parts, and JWS with one thing wrong each. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keysFromJwks, type IssuerJwk } from '../../main/trust/key-documents.ts'
import { nodePlatform } from '../../main/verify/index.ts'
import { collectPart, type CollectedParts } from '../../shared/certificate/shc-chunks.ts'
import { encodeDigits, isShc } from '../../shared/certificate/shc-numeric.ts'
import { decodeShc } from '../../shared/certificate/shc.ts'
import type { Comparison } from './dcc.ts'
import { judgeDecoded, type Judgement } from './issuer-keys.ts'
import { readJsonLines } from './public-data.ts'

interface ShcCase {
  id: string
  qr: string | string[]
  expected: 'accept' | 'reject' | 'part'
  iss?: string
  kid?: string
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
const clock = Date.parse('2024-06-01T00:00:00Z')

type Scanned = { kind: 'whole'; text: string } | { kind: 'part' } | { kind: 'foreign' }

/** Scans the codes of one card, last one first. */
function scan(qr: string | string[]): Scanned {
  let parts: CollectedParts | null = null
  let whole: string | null = null
  for (const text of [qr].flat().toReversed()) {
    if (!isShc(text)) return { kind: 'foreign' }
    const collected = collectPart(parts, text)
    if (collected.kind === 'more') parts = collected.parts
    else whole = collected.kind === 'complete' ? collected.text : text
  }
  return whole === null ? { kind: 'part' } : { kind: 'whole', text: whole }
}

function row(id: string, expectation: string, expected: boolean, found: boolean): Comparison {
  return { id, expectation, expected, found, counts: true }
}

function compareCase(shc: ShcCase, keys: readonly IssuerJwk[]): Comparison[] {
  const { id, expected, iss, kid, name, nbf, qr } = shc
  const scanned = scan(qr)
  const decoded = scanned.kind === 'whole' ? decodeShc(scanned.text, nodePlatform) : null
  const judged: Judgement | null = decoded && judgeDecoded(decoded, keys, clock)
  const rows = [
    row(id, 'SHC part', expected === 'part', scanned.kind === 'part'),
    row(id, 'SHC accepted', expected === 'accept', judged?.accepted ?? false),
  ]
  if (iss !== undefined) rows.push(row(id, 'SHC issuer', true, decoded?.envelope?.issuer === iss))
  if (kid !== undefined) rows.push(row(id, 'SHC key identifier', true, decoded?.envelope?.kid === kid))
  if (nbf !== undefined)
    rows.push(row(id, 'SHC time of issue', true, decoded?.claims?.issuedAt === Math.round(nbf * 1000)))
  // A patient summary names its patient, but states nothing that becomes a certificate.
  if (name && decoded?.certificate) {
    rows.push(row(id, 'SHC holder', true, decoded.certificate.holder.name === [name.family, ...name.given].join(' ')))
  }
  return rows
}

/**
 * Compares every expectation of the data in `folder` with what we find.
 * @param folder holds `shc/`
 */
export function compareShc(folder: string): Comparison[] {
  const shc = join(folder, 'shc')
  const keys =
    keysFromJwks(exampleIssuer, JSON.parse(readFileSync(join(shc, 'spec-issuer.jwks.json'), 'utf8')))?.keys ?? []
  const cards = readJsonLines<ShcCase>(join(shc, 'cases.jsonl')).flatMap((each) => compareCase(each, keys))
  const faults = readJsonLines<JwsCase>(join(shc, 'jws.jsonl')).map(({ id, jws, expected }) => {
    const { accepted } = judgeDecoded(decodeShc(`shc:/${encodeDigits(jws)}`, nodePlatform), keys, clock)
    return row(id, 'SHC JWS accepted', expected.startsWith('accept'), accepted)
  })
  return [...cards, ...faults]
}
