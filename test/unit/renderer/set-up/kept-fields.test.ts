/** How the secret is to be kept, as it is asked: what each way means is there before one is chosen. */
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import { noKept, type KeptDraft } from '../../../../renderer/screens/set-up/secret/kept-draft.ts'
import { KeptFields } from '../../../../renderer/screens/set-up/secret/kept-fields.tsx'
import { aFrame, drawnIn } from '../frame/a-frame.ts'

const asked = (kept: KeptDraft['kept'], system = false): string => {
  const draft = { ...noKept, kept }
  return drawnIn(aFrame(), createElement(KeptFields, { draft, system, focuses: false, onDraft: () => undefined }))
}
const meaning = (way: 'open' | 'passphrase' | 'system'): string => speakIn('vi')(`setUp.secret.${way}How`)

test('before one is chosen each way that is offered says what it means, and no other does', () => {
  expect(asked(null)).toContain(meaning('passphrase'))
  expect(asked(null)).toContain(meaning('open'))
  expect(asked(null)).not.toContain(meaning('system'))
  expect(asked(null, true)).toContain(meaning('system'))
})

test('once one is chosen it says what that one means, alone', () => {
  expect(asked('open')).toContain(meaning('open'))
  expect(asked('open')).not.toContain(meaning('passphrase'))
})
