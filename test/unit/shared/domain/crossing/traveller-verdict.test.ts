import { describe, expect, it } from 'vitest'
import type { OpenCrossing } from '../../../../../shared/domain/crossing/open-crossing.ts'
import { judgeTraveller } from '../../../../../shared/domain/crossing/traveller-verdict.ts'
import { finding } from '../../../../../shared/domain/finding/finding.ts'
import { an, binh, cardOf, maskedCodeOf, paper, positive, resultOf, shown } from '../../../../fixtures/shown-things.ts'

const verdicts = ({ travellers }: OpenCrossing) => travellers.map((traveller) => judgeTraveller(traveller, []))
const first = (crossing: OpenCrossing) => {
  const [verdict] = verdicts(crossing)
  if (!verdict) throw new Error('nobody is there')
  return { outcome: verdict.outcome, reason: verdict.reason.code, identity: verdict.identity }
}
const joinedByHand = (crossing: OpenCrossing): OpenCrossing => ({
  ...crossing,
  travellers: [{ id: 99, confirmed: false, evidence: crossing.travellers.flatMap(({ evidence }) => evidence) }],
})

describe('the verdict on a traveller', () => {
  it('is that of the result where nothing speaks against it', () => {
    expect(first(shown(resultOf(an)))).toEqual({ outcome: 'accepted', reason: 'rules-met', identity: 'alone' })
    expect(first(shown(resultOf(an), cardOf(an)))).toMatchObject({ outcome: 'accepted', identity: 'same' })
    expect(first(shown(resultOf(an, { findings: positive })))).toMatchObject({ outcome: 'rejected' })
  })

  it('asks for a result of whoever has shown only papers', () => {
    expect(first(shown(cardOf(an)))).toMatchObject({ outcome: 'check', reason: 'result-missing' })
  })

  it('asks to compare what cannot be told, and is content once an officer has', () => {
    const crossing = shown(resultOf(an), maskedCodeOf(an))
    expect(first(crossing)).toEqual({ outcome: 'check', reason: 'identity-unclear', identity: 'look' })
    const [traveller] = crossing.travellers
    const compared = { ...crossing, travellers: [{ ...traveller!, confirmed: true }] }
    expect(first(compared)).toEqual({ outcome: 'accepted', reason: 'rules-met', identity: 'confirmed' })
  })

  it('rejects a good result beside another person’s papers, and no officer’s comparison mends it', () => {
    const mixed = joinedByHand(shown(resultOf(an), cardOf(binh)))
    expect(first(mixed)).toEqual({ outcome: 'rejected', reason: 'identity-different', identity: 'different' })
    const compared = { ...mixed, travellers: mixed.travellers.map((each) => ({ ...each, confirmed: true })) }
    expect(first(compared).outcome).toBe('rejected')
  })

  it('takes a paper for a claim, whatever it says', () => {
    const crossing = joinedByHand(shown(cardOf(an)))
    const onPaper = {
      ...crossing.travellers[0]!,
      evidence: [...crossing.travellers[0]!.evidence, { ...paper, id: 50 }],
    }
    expect(judgeTraveller(onPaper, [])).toMatchObject({ outcome: 'check', reason: { code: 'result-on-paper' } })
    const against = { ...paper, id: 50, findings: [finding('result-positive')] }
    expect(judgeTraveller({ ...onPaper, evidence: [against] }, [])).toMatchObject({ outcome: 'rejected' })
  })

  it('is never better than a positive result, whatever negative one or paper stands beside it', () => {
    const bad = resultOf(an, { certificateId: 'bad', findings: positive })
    expect(first(shown(bad, resultOf(an)))).toMatchObject({ outcome: 'rejected', reason: 'result-positive' })
    expect(first(shown(resultOf(an), bad))).toMatchObject({ outcome: 'rejected', reason: 'result-positive' })
    const onPaper = { ...paper, id: 50, findings: [finding('result-positive')] }
    const said = { ...onPaper, result: { ...paper.result, result: 'positive' as const } }
    const [traveller] = shown(resultOf(an)).travellers
    const beside = { ...traveller!, evidence: [...traveller!.evidence, said] }
    expect(judgeTraveller(beside, [])).toMatchObject({ outcome: 'rejected', reason: { code: 'result-positive' } })
  })

  it('looks at the better of two results, but never past a forged or revoked one', () => {
    const old = resultOf(an, { certificateId: 'old', findings: [finding('sample-too-old', { hours: 80, limit: 72 })] })
    const forged = resultOf(an, { certificateId: 'forged', findings: [finding('signature-mismatch')] })
    expect(first(shown(old, resultOf(an))).outcome).toBe('accepted')
    expect(first(shown(resultOf(an), old)).outcome).toBe('accepted')
    expect(first(shown(forged, resultOf(an)))).toMatchObject({ outcome: 'rejected', reason: 'signature-mismatch' })
  })

  it('says that a card’s number cannot be its holder’s', () => {
    const wrong = cardOf({ ...an, number: '024099001234', birthDate: '1998-02-26' })
    expect(first(shown(wrong))).toMatchObject({ outcome: 'check' })
    expect(verdicts(shown(wrong))[0]?.findings.map(({ code }) => code)).toContain('document-number-inconsistent')
  })

  it('says that a card seems to have lost letters', () => {
    const lost = cardOf({ ...an, name: 'ng Th Mu' })
    expect(verdicts(shown(lost))[0]?.findings.map(({ code }) => code)).toContain('document-letters-doubtful')
  })

  it('is held back by what earlier crossings know', () => {
    const [traveller] = shown(resultOf(an), cardOf(an)).travellers
    const again = finding('person-again', { seenAt: 1, place: 'Km 98', vehicle: '98A-123.45' })
    expect(judgeTraveller(traveller!, [again])).toMatchObject({ outcome: 'check', reason: { code: 'person-again' } })
  })

  it('takes who was found valid earlier today as they were', () => {
    const traveller = { name: an.name, birthDate: an.birthDate, numbers: [an.number] } as never
    const evidence = { id: 1, at: 5, kind: 'earlier', crossing: 3, seenAt: 4, traveller, holds: true } as const
    expect(judgeTraveller({ id: 2, confirmed: false, evidence: [evidence] }, [])).toMatchObject({
      outcome: 'accepted',
      reason: { code: 'checked-earlier' },
    })
    expect(judgeTraveller({ id: 2, confirmed: false, evidence: [{ ...evidence, holds: false }] }, [])).toMatchObject({
      outcome: 'check',
      reason: { code: 'result-missing' },
    })
  })
})
