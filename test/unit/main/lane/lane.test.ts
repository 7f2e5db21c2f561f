/** What a scan in the lane is answered with, and what the lane keeps of it. */
import { describe, expect, it } from 'vitest'
import { issueShcJws, shcText } from '../../../../authority/issue-shc.ts'
import { codeOf, judge, keyOf } from '../../../fixtures/certificates.ts'
import { an, binh } from '../../../fixtures/shown-things.ts'
import { contentOf } from '../../shared/certificate/shc-card.ts'
import { laneAt, payloadFor, scanCard, scanResult } from './lane-at.ts'

describe('a scan in the lane', () => {
  it('answers with what all that the traveller showed says together', async () => {
    const { lane } = await laneAt()
    expect(scanCard(lane, an).verdict).toMatchObject({ outcome: 'check', reason: { code: 'result-missing' } })
    const { verdict, placed } = scanResult(lane, an)
    expect(verdict).toMatchObject({ outcome: 'accepted', reason: { code: 'rules-met' } })
    expect(verdict.document).toMatchObject({ number: an.number })
    expect(verdict.findings.slice(-2).map(({ code }) => code)).toEqual(['identity-same', 'not-repeated'])
    expect(placed?.how).toBe('same')
  })

  it('of a card after a good result says that the result stands', async () => {
    const { lane } = await laneAt()
    scanResult(lane, an)
    expect(scanCard(lane, an).verdict).toMatchObject({
      outcome: 'accepted',
      certificate: { holder: { name: an.name } },
      document: { number: an.number },
    })
  })

  it('of another person’s card begins a traveller of its own, and says so', async () => {
    const { lane } = await laneAt()
    scanResult(lane, an)
    const { verdict, placed } = scanCard(lane, binh)
    expect(placed?.how).toBe('apart')
    expect(verdict).toMatchObject({ outcome: 'check', certificate: null })
    expect(lane.shown().travellers.map(({ name, outcome }) => [name, outcome])).toEqual([
      [an.name, 'accepted'],
      [binh.name, 'check'],
    ])
  })

  it('that names nobody changes no crossing, and is recorded all the same', async () => {
    const { lane } = await laneAt()
    const answer = lane.take(
      { ...scanCard(lane, an).verdict, document: null, certificate: null, outcome: 'unreadable' },
      'camera',
    )
    expect(answer).toMatchObject({ placed: null, record: { recorded: true } })
    expect(lane.shown().travellers).toHaveLength(1)
  })

  it('is recorded as it was shown, and the crossing points to it', async () => {
    const { lane, journal, clock } = await laneAt()
    scanResult(lane, an)
    const { record } = scanCard(lane, an)
    const [last] = journal.day(clock.now).last
    expect(last).toMatchObject({ outcome: 'accepted', reason: { code: 'rules-met' } })
    const decided = lane.decide('admitted', null)
    const recorded = journal.crossing(decided.recorded ? decided.seq : 0)
    expect(recorded?.crossing.travellers[0]?.documents[0]?.scan).toBe(record.recorded ? record.seq : 'none')
  })

  it('of another code with the same certificate in it is that certificate again', async () => {
    const { lane } = await laneAt()
    scanResult(lane, an)
    expect(scanResult(lane, an).placed?.how).toBe('again')
    expect(scanResult(lane, an, { tc: 'CDC Bắc Ninh' }).placed?.how).toBe('again')
  })

  it('of a certificate that only names the identifier of another takes nothing from it', async () => {
    const { lane } = await laneAt()
    scanResult(lane, an, { tr: '260373001' })
    const strangers = judge(codeOf({ payload: payloadFor(an, {}) }, 'ES256'))
    expect(strangers.reason.code).toBe('key-unknown')
    expect(lane.take(strangers, 'camera').placed?.how).toBe('same')
    expect(lane.shown().travellers.map(({ evidence }) => evidence.length)).toEqual([2])
  })

  it('of another person whose issuer gave them the same identifier is that person’s', async () => {
    const { lane } = await laneAt()
    scanResult(lane, an, { ci: 'URN:UVCI:01:VN:1' })
    expect(scanResult(lane, binh, { ci: 'URN:UVCI:01:VN:1' }).placed?.how).toBe('new')
    expect(lane.shown().travellers.map(({ name }) => name)).toEqual([an.name, binh.name])
  })

  it('holds until no time where it is rejected beside other papers', async () => {
    const { lane } = await laneAt()
    scanResult(lane, an)
    const card = lane.shown().travellers[0]!.id
    scanCard(lane, binh)
    lane.edit({ kind: 'join', traveller: lane.shown().current!, into: card })
    expect(lane.shown().whole.outcome).toBe('rejected')
    expect(scanResult(lane, an).verdict).toMatchObject({ outcome: 'rejected', validUntil: null })
  })

  it('is told to the screen', async () => {
    const { lane, heard } = await laneAt()
    scanResult(lane, an)
    expect(heard.at(-1)).toEqual(lane.shown())
    expect(lane.shown()).toMatchObject({
      whole: { outcome: 'accepted' },
      expected: ['admitted'],
      empty: false,
      unsaved: null,
    })
  })
})

describe('a result without an identifier', () => {
  const card = shcText(issueShcJws(contentOf(), keyOf('ES256')))

  it.each([
    ['in capitals', card.replace('shc:', 'SHC:')],
    ['with a space behind it', `${card} `],
    ['as the first of one code', card.replace('shc:/', 'shc:/1/1/')],
  ])('shown %s is the same again, and found on another plate', async (_how, text) => {
    const { lane } = await laneAt()
    lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.45' } })
    lane.take(judge(card), 'camera')
    expect(lane.take(judge(text), 'camera').placed?.how).toBe('again')
    lane.decide('referred', null)
    lane.edit({ kind: 'vehicle', fields: { plate: '29C-555.55' } })
    lane.take(judge(text), 'camera')
    expect(lane.shown().travellers[0]?.findings.map(({ code }) => code)).toContain('certificate-on-another-plate')
  })
})
