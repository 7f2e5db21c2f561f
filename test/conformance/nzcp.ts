/** The public NZ COVID Passes, under the issuer's DID document. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keysFromDid } from '../../main/trust/key-documents.ts'
import { decodeNzcp } from '../../shared/certificate/nzcp.ts'
import type { Comparison } from './dcc.ts'
import { judgeDecoded, type Judgement } from './issuer-keys.ts'
import { readJsonLines } from './public-data.ts'

interface NzcpCase {
  id: string
  qr: string
  /** ISO 8601. */
  clock: string
  expected: 'accept' | 'reject'
  reason: string | null
  iss: string
  kid: string
  /** Seconds. */
  nbf: number
  exp: number
}

/** How the data's reasons to reject read in what we find. */
const reasons: Readonly<Record<string, (judged: Judgement) => boolean>> = {
  signature: ({ signature }) => signature === 'mismatch',
  expired: ({ period, signature }) => period === 'expired' && signature === 'valid',
  'not yet active': ({ period, signature }) => period === 'not-begun' && signature === 'valid',
}

/**
 * Compares every expectation of the data in `folder` with what we find.
 * @param folder holds `nzcp/`
 */
export function compareNzcp(folder: string): Comparison[] {
  const nzcp = join(folder, 'nzcp')
  const keys = keysFromDid(JSON.parse(readFileSync(join(nzcp, 'did.json'), 'utf8')))?.keys ?? []
  return readJsonLines<NzcpCase>(join(nzcp, 'cases.jsonl')).flatMap(({ id, qr, clock, expected, reason, ...said }) => {
    const decoded = decodeNzcp(qr)
    const judged = judgeDecoded(decoded, keys, Date.parse(clock))
    const row = (expectation: string, wanted: boolean, found: boolean): Comparison => ({
      id,
      expectation,
      expected: wanted,
      found,
      counts: true,
    })
    const { claims, envelope } = decoded
    const reading = reason === null ? undefined : reasons[reason]
    return [
      row('NZCP accepted', expected === 'accept', judged.accepted),
      ...(reading ? [row('NZCP reason', true, reading(judged))] : []),
      row('NZCP issuer', true, envelope?.issuer === said.iss),
      row('NZCP key identifier', true, envelope?.kid === said.kid),
      row('NZCP period', true, claims?.notBefore === said.nbf * 1000 && claims.expiresAt === said.exp * 1000),
    ]
  })
}
