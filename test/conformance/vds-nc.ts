/** The public VDS-NC cases, each under the authorities that the data's README names for it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOfCheck, compared, passes, type Comparison } from './comparison.ts'
import { readJsonLines } from './public-data.ts'
import { verifyInLines, type AnswerLine } from './verify-in-lines.ts'

interface VdsNcCase {
  id: string
  qr: string
  expected: 'accept' | 'reject' | 'signature-valid, untrusted issuer'
  /** Does the signature verify over the canonical text? */
  jcs: boolean
  /** The authorities of its chain, files of `csca/`. */
  chain: string[]
  /** The signer's own period, as OpenSSL writes it. */
  from: string
  to: string
}

/** When all of these codes were in use. */
const clock = '2021-12-01T00:00:00Z'
const day = 86_400_000
const onDay = (text: string, days: number): string => new Date(Date.parse(text) + days * day).toISOString()

/**
 * Compares every expectation of the data in `folder` with what we find: the signature, the signer's chain under every
 * authority of the data and under each of its own alone, that its certificate is in date, and that nobody is believed
 * where we hold no authority.
 * @param folder holds `vdsnc/`
 */
export async function compareVdsNc(folder: string): Promise<Comparison[]> {
  const vdsNc = join(folder, 'vdsnc')
  const cases = readJsonLines<VdsNcCase>(join(vdsNc, 'cases.jsonl'))
  const files = [...new Set(cases.flatMap(({ chain }) => chain))]
  const held = (file: string): string => readFileSync(join(vdsNc, 'csca', file)).toString('base64')
  const judge = async ({ id, qr }: VdsNcCase, certificates: string[], at = clock): Promise<AnswerLine> =>
    (await verifyInLines([{ id, text: qr, at, certificates, rules: false }]))[0] as AnswerLine
  const key = (answer: AnswerLine) => codeOfCheck(answer, 'key')
  const everyone = files.map(held)
  const rows: Comparison[] = []
  for (const each of cases) {
    const { chain, expected, from, id, jcs, to } = each
    const found = await judge(each, everyone)
    const known = chain.length > 0
    const untrusted = passes(found, 'signature') && key(found) === 'key-unknown'
    rows.push(
      compared(id, 'VDS-NC structure', true, codeOfCheck(found, 'structure') === 'structure-sound'),
      compared(id, 'VDS-NC signature', jcs, passes(found, 'signature')),
      compared(id, 'VDS-NC key', known, passes(found, 'key')),
      compared(id, 'VDS-NC accepted', expected === 'accept', found.outcome === 'accepted'),
      compared(id, 'VDS-NC untrusted issuer', expected.includes('untrusted issuer'), untrusted),
      compared(id, 'VDS-NC no authority', true, key(await judge(each, [])) === 'key-unknown'),
    )
    if (!known) continue
    for (const at of [onDay(from, -1), onDay(to, 1)]) {
      const outside = await judge(each, everyone, at)
      rows.push(compared(id, 'VDS-NC signer out of date', true, key(outside) === 'key-out-of-date'))
    }
    for (const file of chain) {
      rows.push(compared(id, 'VDS-NC one authority', true, passes(await judge(each, [held(file)]), 'key')))
    }
  }
  return rows
}
