import { describe, expect, it } from 'vitest'
import { catalogues } from '../../../../renderer/i18n/catalogue.ts'
import { findingCodes } from '../../../../shared/domain/finding/finding-codes.ts'
import { say } from '../../../../shared/language/say.ts'

const { vi, en } = catalogues
const keys = Object.keys(vi) as (keyof typeof vi)[]

/** Names of the values that a message quotes. */
function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name ?? ''))].toSorted()
}

describe('the catalogues', () => {
  it('say the same things in both languages', () => {
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted())
  })

  it.each(keys)('%s quotes the same values in both languages', (key) => {
    expect(placeholders(en[key])).toEqual(placeholders(vi[key]))
  })

  it.each(keys)('%s can be said in both languages', (key) => {
    const values = Object.fromEntries(placeholders(vi[key]).map((name) => [name, 3]))
    expect(say('vi', vi[key], values)).not.toMatch(/[{}]/)
    expect(say('en', en[key], values)).not.toMatch(/[{}]/)
  })

  it('write thousands as Vietnamese paperwork does', () => {
    expect(say('vi', vi['header.keys'], { keys: 1204 })).toBe('1.204 khóa')
  })

  it('name every check that a finding may belong to', () => {
    for (const { check } of Object.values(findingCodes)) expect(keys).toContain(`check.${check}`)
  })
})
