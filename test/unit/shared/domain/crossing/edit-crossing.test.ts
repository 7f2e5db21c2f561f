import { describe, expect, it } from 'vitest'
import { addEvidence, editCrossing, type PlainEdit } from '../../../../../shared/domain/crossing/edit-crossing.ts'
import type { OpenCrossing } from '../../../../../shared/domain/crossing/open-crossing.ts'
import { an, binh, cardOf, paper, resultOf, shown } from '../../../../fixtures/shown-things.ts'

const edited = (crossing: OpenCrossing, ...edits: PlainEdit[]): OpenCrossing =>
  edits.reduce((each, edit) => editCrossing(each, edit, 5), crossing)
const ids = ({ travellers }: OpenCrossing): number[] => travellers.map(({ id }) => id)
const kinds = ({ travellers }: OpenCrossing): string[][] =>
  travellers.map(({ evidence }) => evidence.map(({ kind }) => kind))

describe('what an officer changes by hand', () => {
  it('writes plates in their usual form, and leaves a foreign one as it is', () => {
    const crossing = edited(
      shown(),
      { kind: 'vehicle', fields: { plate: '98a12345', trailerPlate: '98r 00123' } },
      { kind: 'vehicle', fields: { kind: 'truck', carrier: 'Hợp tác xã Bắc Giang' } },
    )
    expect(crossing.vehicle).toMatchObject({
      plate: '98A-123.45',
      trailerPlate: '98R-001.23',
      kind: 'truck',
      carrier: 'Hợp tác xã Bắc Giang',
    })
    expect(edited(crossing, { kind: 'vehicle', fields: { plate: '桂A12345' } }).vehicle?.plate).toBe('桂A12345')
  })

  it('keeps the fields that are not spoken of', () => {
    const typed = edited(shown(), { kind: 'vehicle', fields: { plate: '98A-123.45', to: 'Hà Nội' } })
    expect(edited(typed, { kind: 'vehicle', fields: { from: 'Lạng Sơn' } }).vehicle).toMatchObject({
      plate: '98A-123.45',
      from: 'Lạng Sơn',
      to: 'Hà Nội',
    })
  })

  it('goes on foot and back to a vehicle', () => {
    const onFoot = edited(shown(), { kind: 'on-foot', onFoot: true })
    expect(onFoot.vehicle).toBeNull()
    expect(edited(onFoot, { kind: 'vehicle', fields: { plate: '98A-123.45' } }).vehicle?.plate).toBe('98A-123.45')
    expect(edited(onFoot, { kind: 'on-foot', onFoot: false }).vehicle?.plate).toBeNull()
  })

  it('types a person in, new or to somebody who is there', () => {
    const said = { kind: 'state', name: 'Phạm Thị Dung', birthDate: '1960', number: null } as const
    const crossing = edited(shown(resultOf(an)), { ...said, traveller: null })
    expect(kinds(crossing)).toEqual([['certificate'], ['stated']])
    const again = edited(crossing, { ...said, traveller: crossing.current, name: 'Phạm Thị Dũng' })
    expect(kinds(again)).toEqual([['certificate'], ['stated']])
    expect(again.travellers[1]?.evidence[0]).toMatchObject({ name: 'Phạm Thị Dũng' })
  })

  it('parts what was joined, and joins what was parted', () => {
    const joined = shown(resultOf(an), cardOf(an))
    const card = joined.travellers[0]!.evidence[1]!.id
    const parted = edited(joined, { kind: 'part', evidence: card })
    expect(kinds(parted)).toEqual([['certificate'], ['document']])
    const [first, second] = ids(parted)
    expect(kinds(edited(parted, { kind: 'join', traveller: second!, into: first! }))).toEqual([
      ['certificate', 'document'],
    ])
  })

  it('does not part somebody from the only thing they showed', () => {
    const crossing = shown(resultOf(an))
    expect(edited(crossing, { kind: 'part', evidence: crossing.travellers[0]!.evidence[0]!.id })).toBe(crossing)
  })

  it('no longer counts an officer’s comparison once papers come or go', () => {
    const compared = edited(shown(resultOf(an), cardOf(an)), { kind: 'confirm', traveller: 2 })
    expect(compared.travellers[0]?.confirmed).toBe(true)
    const two = edited(compared, { kind: 'state', traveller: null, name: 'An', birthDate: null, number: null })
    const joined = edited(two, { kind: 'join', traveller: two.current!, into: 2 })
    expect(joined.travellers[0]?.confirmed).toBe(false)
    const card = compared.travellers[0]!.evidence[1]!.id
    expect(edited(compared, { kind: 'part', evidence: card }).travellers[0]?.confirmed).toBe(false)
    expect(addEvidence(compared, 2, { ...paper, id: compared.nextId }).travellers[0]?.confirmed).toBe(false)
  })

  it('puts the driver first', () => {
    const crossing = shown(resultOf(an), resultOf(binh))
    const [one, two] = ids(crossing)
    expect(ids(edited(crossing, { kind: 'driver', traveller: two! }))).toEqual([two, one])
  })

  it('takes somebody out again', () => {
    const crossing = shown(resultOf(an), resultOf(binh))
    const [one, two] = ids(crossing)
    const left = edited(crossing, { kind: 'remove', traveller: two! })
    expect(ids(left)).toEqual([one])
    expect(left.current).toBeNull()
  })

  it('changes nothing about somebody who is not there', () => {
    const crossing = shown(resultOf(an))
    const edits: PlainEdit[] = [
      { kind: 'confirm', traveller: 77 },
      { kind: 'driver', traveller: 77 },
      { kind: 'select', traveller: 77 },
      { kind: 'part', evidence: 77 },
      { kind: 'join', traveller: 77, into: 2 },
      { kind: 'join', traveller: 2, into: 77 },
      { kind: 'join', traveller: 2, into: 2 },
    ]
    for (const edit of edits) expect(edited(crossing, edit)).toBe(crossing)
    expect(addEvidence(crossing, 77, { ...paper, id: 9 })).toBe(crossing)
  })
})
