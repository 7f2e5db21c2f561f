/** Codes of other kinds than the demo's: an identity document, a health card in parts, something else altogether. */
import { issueShcJws, shcChunkTexts, shcJwk } from '../../authority/issue-shc.ts'
import { newSigningKey } from '../../authority/signing-key.ts'
import { expect, test } from './fixtures.ts'
import { recordedScans } from './journal-file.ts'
import { verdict } from './screen.ts'
import { believeKey } from './trust-folder.ts'

const citizenCard = '024099001234|121234567|Nguyễn Văn An|12031999|Nam|Thôn Đồng, Yên Dũng, Bắc Giang|01012021'

test('a citizen card is a claim to be checked, never accepted', async ({ page, keyboard, profile }) => {
  await keyboard.type(citizenCard, 2)
  await expect(verdict(page)).toHaveAttribute('data-code', 'result-missing')
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'check')
  await expect(verdict(page)).toContainText('Khai báo, chưa xác minh')
  await expect(verdict(page)).toContainText('Nguyễn Văn An')
  await expect(verdict(page)).toContainText('024099001234')
  await page.keyboard.press('F4')
  await expect(page.getByTestId('details')).toContainText('121234567')
  expect(recordedScans(profile)).toMatchObject([{ outcome: 'check', code: 'result-missing' }])
})

test('a web address is unreadable, and the screen says what it is', async ({ page, keyboard }) => {
  await keyboard.type('https://example.vn/khai-bao-y-te?ma=24A7-0913', 2)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'unreadable')
  await expect(verdict(page)).toContainText('địa chỉ trang web (example.vn)')
})

const issuer = 'https://shc.example.vn/issuer'
const key = newSigningKey('ES256')

/** A negative RT-PCR result of two hours ago, in two codes. */
function healthCard(): string[] {
  const coded = (system: string, code: string): object => ({ coding: [{ system, code }] })
  const resources = [
    { resourceType: 'Patient', name: [{ family: 'Nguyễn', given: ['Văn', 'An'] }], birthDate: '1999-03-12' },
    {
      resourceType: 'Observation',
      status: 'final',
      code: coded('http://loinc.org', '94500-6'),
      subject: { reference: 'resource:0' },
      effectiveDateTime: new Date(Date.now() - 2 * 3_600_000).toISOString(),
      performer: [{ display: 'CDC Bắc Giang' }],
      valueCodeableConcept: coded('http://snomed.info/sct', '260415000'),
    },
  ]
  const entry = resources.map((resource, index) => ({ fullUrl: `resource:${index}`, resource }))
  const bundle = { resourceType: 'Bundle', type: 'collection', entry }
  // The clock of a certificate counts whole seconds.
  const issuedAt = Math.floor(Date.now() / 1000) * 1000 - 3_600_000
  return shcChunkTexts(issueShcJws({ issuer, issuedAt, bundle }, key), 2)
}

const believing = test.extend({
  profile: async ({ profile }, use) => {
    believeKey(profile, { ...shcJwk(key), issuer })
    await use(profile)
  },
})

believing('a health card in two codes becomes one verdict, whichever is scanned first', async ({ page, keyboard }) => {
  const [first = '', second = ''] = healthCard()
  await keyboard.type(second, 2)
  await expect(verdict(page)).toHaveAttribute('data-code', 'part-of-several')
  await expect(verdict(page)).toContainText('còn thiếu: 1')
  await keyboard.type(first, 2)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await expect(verdict(page)).toContainText('Nguyễn Văn An')
})

test('a health card whose issuer is not known cannot be concluded', async ({ page, keyboard }) => {
  for (const text of healthCard()) await keyboard.type(text, 2)
  await expect(verdict(page)).toHaveAttribute('data-code', 'key-unknown')
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'check')
})
