/**
 * Made-up people and vehicles: names as often as they are in Viet Nam, numbers and plates of the right form. The same
 * number makes the same person, so whoever comes again is the same.
 */
import { chance, pick } from './chance.ts'
import { drawName } from './names.ts'

export interface Person {
  name: string
  birthDate: string
  number: string
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Somebody. */
export function person(id: number): Person {
  const draw = chance(id * 7919 + 13)
  const man = draw() < 0.6
  const name = drawName(draw, man)
  const year = 1950 + Math.floor(draw() * 58)
  const place = 1 + Math.floor(draw() * 96)
  const sex = (year < 2000 ? 0 : 2) + (man ? 0 : 1)
  return {
    name,
    birthDate: `${year}-${two(1 + Math.floor(draw() * 12))}-${two(1 + Math.floor(draw() * 28))}`,
    number: `0${two(place)}${sex}${two(year % 100)}${String(id).padStart(6, '0').slice(-6)}`,
  }
}

/** The plate of a vehicle. */
export function plate(vehicle: number): string {
  const draw = chance(vehicle * 104_729 + 7)
  const order = String(Math.floor(draw() * 100_000)).padStart(5, '0')
  const provinces = ['98', '98', '98', '99', '29', '30', '12', '20', '34', '15', '89', '14', '88']
  return `${pick(draw(), provinces)}${pick(draw(), ['A', 'C', 'B', 'H', 'D'])}-${order.slice(0, 3)}.${order.slice(3)}`
}
