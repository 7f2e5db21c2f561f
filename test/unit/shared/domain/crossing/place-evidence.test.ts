import { describe, expect, it } from 'vitest'
import { closeCrossing } from '../../../../../shared/domain/crossing/close-crossing.ts'
import { editCrossing } from '../../../../../shared/domain/crossing/edit-crossing.ts'
import type { OpenCrossing } from '../../../../../shared/domain/crossing/open-crossing.ts'
import { finding } from '../../../../../shared/domain/finding/finding.ts'
import { judgeTraveller } from '../../../../../shared/domain/crossing/traveller-verdict.ts'
import {
  an,
  binh,
  cardOf,
  cuong,
  judged,
  maskedCodeOf,
  placed,
  positive,
  resultOf,
  show,
  shown,
} from '../../../../fixtures/shown-things.ts'

const kinds = ({ travellers }: OpenCrossing): string[][] =>
  travellers.map(({ evidence }) => evidence.map(({ kind }) => kind))

describe('what is scanned goes to whom it names', () => {
  it('begins a traveller with the first scan', () => {
    const { how, crossing } = placed(shown(), resultOf(an))
    expect(how).toBe('new')
    expect(kinds(crossing)).toEqual([['certificate']])
  })

  it('joins a card to the result of the same person, whichever comes first', () => {
    expect(kinds(shown(resultOf(an), cardOf(an)))).toEqual([['certificate', 'document']])
    expect(kinds(shown(cardOf(an), resultOf(an)))).toEqual([['document', 'certificate']])
  })

  it('joins in any order when all results come before all cards', () => {
    const crossing = shown(resultOf(an), resultOf(binh), resultOf(cuong), cardOf(binh), cardOf(cuong), cardOf(an))
    expect(kinds(crossing)).toEqual(Array.from({ length: 3 }, () => ['certificate', 'document']))
    expect(placed(crossing, cardOf(an)).how).toBe('again')
  })

  it('never gives another person’s card to whoever stood there last, and says so', () => {
    const { how, crossing } = placed(shown(resultOf(an)), cardOf(binh))
    expect(how).toBe('apart')
    expect(kinds(crossing)).toEqual([['certificate'], ['document']])
  })

  it('calls the next person’s result new, not apart', () => {
    expect(placed(shown(resultOf(an), cardOf(an)), resultOf(binh)).how).toBe('new')
    expect(placed(shown(resultOf(an)), resultOf(binh)).how).toBe('new')
  })

  it('puts a masked code that fits to the one at the desk, to be looked at', () => {
    const { how, crossing } = placed(shown(resultOf(an)), maskedCodeOf(an))
    expect(how).toBe('look')
    expect(kinds(crossing)).toEqual([['certificate', 'document']])
  })

  it('does not put a namesake in part to the one at the desk', () => {
    const namesake = { ...an, name: 'Nguyễn Thị Lan' }
    expect(placed(shown(resultOf(an)), maskedCodeOf(namesake)).how).toBe('new')
  })

  describe('where a name agrees in part and the whole birth date is the same', () => {
    const quang = { name: 'Bùi Quang Minh', birthDate: '1975-01-30', number: '024075000004' }
    const quoc = { ...quang, name: 'Bùi Quốc Minh' }

    it('puts a card to the result, and a result to the card, to be asked about', () => {
      for (const [first, second] of [
        [resultOf(quang), cardOf(quoc)],
        [cardOf(quoc), resultOf(quang)],
      ] as const) {
        const { how, crossing } = placed(shown(first), second)
        expect(how).toBe('look')
        expect(crossing.travellers).toHaveLength(1)
        expect(judgeTraveller(crossing.travellers[0]!, [])).toMatchObject({
          outcome: 'check',
          identity: 'look',
          reason: { code: 'identity-unclear' },
        })
      }
    })

    it('finds whom it is about, though others were scanned since', () => {
      const { how, crossing } = placed(shown(resultOf(quang), resultOf(an), resultOf(binh)), cardOf(quoc))
      expect(how).toBe('look')
      expect(kinds(crossing)).toEqual([['certificate', 'document'], ['certificate'], ['certificate']])
    })

    it('asks nothing about somebody who has shown that half of it already', () => {
      expect(placed(shown(resultOf(quang), cardOf(quang)), resultOf(quoc)).how).toBe('new')
    })

    it('begins a person of their own, and says so, where it fits two', () => {
      const twins = shown(resultOf(quang), resultOf({ ...quang, name: 'Bùi Quý Minh' }))
      expect(twins.travellers).toHaveLength(2)
      expect(placed(twins, cardOf(quoc)).how).toBe('apart')
    })

    it('asks nothing about whom an earlier crossing is taken over with', () => {
      const traveller = closeCrossing(judged(shown(cardOf(quoc))), 'admitted', null).travellers[0]!
      const earlier = { kind: 'earlier', at: 5, crossing: 3, seenAt: 4, traveller, holds: true } as const
      expect(placed(shown(resultOf(quang)), earlier).how).toBe('new')
    })

    it('asks nothing after the key for the next person', () => {
      expect(placed({ ...shown(resultOf(quang)), awaitingNext: true }, cardOf(quoc)).how).toBe('new')
    })

    it('is one person once an officer says so, and two once they are parted', () => {
      const asked = shown(resultOf(quang), cardOf(quoc))
      const [one] = asked.travellers
      const same = editCrossing(asked, { kind: 'confirm', traveller: one!.id }, 5)
      expect(judgeTraveller(same.travellers[0]!, [])).toMatchObject({ outcome: 'accepted', identity: 'confirmed' })
      const two = editCrossing(asked, { kind: 'part', evidence: one!.evidence.at(-1)!.id }, 5)
      expect(kinds(two)).toEqual([['certificate'], ['document']])
      expect(placed(two, resultOf(quoc)).how).toBe('same')
    })
  })

  it('goes by the birth date where a name is in another script, to be looked at', () => {
    const written = { ...an, name: '阮文安' }
    expect(placed(shown(resultOf(written)), cardOf(an)).how).toBe('look')
    expect(placed(shown(resultOf({ ...written, birthDate: '1999-02-27' })), cardOf(an)).how).toBe('apart')
  })

  it('keeps away from somebody whose papers contradict it, though something else of theirs agrees', () => {
    const crossing = shown(resultOf(an), cardOf(binh))
    const evidence = crossing.travellers.flatMap((each) => each.evidence)
    const mixed = { ...crossing, travellers: [{ id: 2, evidence, confirmed: false }], current: 2 }
    expect(kinds(show(mixed, resultOf(an, { certificateId: 'second' })))).toEqual([
      ['certificate', 'document'],
      ['certificate'],
    ])
  })

  it('takes an identifier that two issuers gave for two certificates, and one that one gave twice for one', () => {
    const vouched = [finding('signature-valid')]
    const one = { ...resultOf(an, { findings: vouched }), digest: 'one' }
    const statement = { ...one.certificate.statement, identifier: 'URN:1' }
    const first = { ...one, certificate: { ...one.certificate, statement } }
    const anew = { ...first, digest: 'anew' }
    const others = { ...anew, certificate: { ...anew.certificate, issuer: 'XX' } }
    expect(kinds(shown(first, anew))).toEqual([['certificate']])
    expect(kinds(shown(first, others)).flat()).toHaveLength(2)
  })

  it('does not put a second masked code to somebody who has papers', () => {
    const crossing = shown(resultOf(an), maskedCodeOf(an))
    expect(placed(crossing, maskedCodeOf({ ...an, number: '024099009999' })).how).toBe('new')
  })

  it('takes the same code again in the place of the first', () => {
    const { how, crossing } = placed(shown(resultOf(an)), resultOf(an, { findings: positive }))
    expect(how).toBe('again')
    expect(kinds(crossing)).toEqual([['certificate']])
    expect(crossing.travellers[0]?.evidence[0]).toMatchObject({ findings: positive })
  })

  it('begins a new traveller after the key for it, even with what looks the same', () => {
    const waiting = { ...shown(resultOf(an)), awaitingNext: true }
    const { how, crossing } = placed(waiting, cardOf(an))
    expect(how).toBe('new')
    expect(kinds(crossing)).toEqual([['certificate'], ['document']])
    expect(crossing.awaitingNext).toBe(false)
  })

  it('an officer’s comparison holds for the papers that were there then', () => {
    const crossing = shown(resultOf(an), maskedCodeOf(an))
    const compared = { ...crossing, travellers: crossing.travellers.map((each) => ({ ...each, confirmed: true })) }
    expect(show(compared, cardOf(an)).travellers[0]?.confirmed).toBe(false)
    expect(show(compared, maskedCodeOf(an)).travellers[0]?.confirmed).toBe(true)
  })

  it('gives every traveller and every thing its own number', () => {
    const { travellers } = shown(resultOf(an), cardOf(an), resultOf(binh), cardOf(cuong))
    const ids = travellers.flatMap(({ id, evidence }) => [id, ...evidence.map((each) => each.id)])
    expect(new Set(ids).size).toBe(ids.length)
  })
})
