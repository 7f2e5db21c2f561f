import { describe, expect, it } from 'vitest'
import { noVehicle } from '../../../../shared/domain/crossing/open-crossing.ts'
import { finding } from '../../../../shared/domain/finding/finding.ts'
import { onWhat, sayPlates, vehicleValue } from '../../../../shared/language/plate-words.ts'
import { sayFinding } from '../../../../shared/language/say.ts'

const truck = { ...noVehicle, plate: '15C-987.65', trailerPlate: '15R-123.45' }

describe('a crossing in a list', () => {
  it('is called by its plates, or by why there are none: a dash would say neither', () => {
    expect(sayPlates('vi', onWhat(truck))).toBe('15C-987.65 + 15R-123.45')
    expect(sayPlates('vi', onWhat(noVehicle))).toBe('không rõ biển số')
    expect(sayPlates('en', onWhat(noVehicle))).toBe('plate not known')
    expect(sayPlates('vi', onWhat(null))).toBe('đi bộ')
  })

  it('is called by a trailer whose tractor nobody read', () => {
    expect(sayPlates('vi', onWhat({ ...truck, plate: null }))).toBe('15R-123.45')
  })
})

describe('a sentence on an earlier crossing', () => {
  const said = (locale: 'vi' | 'en', vehicle: Parameters<typeof vehicleValue>[0]): string =>
    sayFinding(locale, finding('person-refused', { seenAt: 0, place: 'Km 98', vehicle: vehicleValue(vehicle) }))

  it('says in which vehicle, that its plate is not known, or that it was on foot', () => {
    expect(said('vi', truck)).toContain('tại Km 98, xe 15C-987.65.')
    expect(said('en', truck)).toContain('Km 98, vehicle 15C-987.65.')
    expect(said('vi', noVehicle)).toContain('tại Km 98, xe không rõ biển số.')
    expect(said('en', noVehicle)).toContain('Km 98, a vehicle of unknown plate.')
    expect(said('vi', null)).toContain('tại Km 98, đi bộ.')
  })

  it('lets no plate that somebody typed change the sentence around it', () => {
    expect(said('vi', { ...noVehicle, plate: '98A\u202E\n123' })).toContain('xe 98A')
    expect(said('vi', { ...noVehicle, plate: '98A\u202E\n123' })).not.toMatch(/[\u202E\n]/u)
  })
})
