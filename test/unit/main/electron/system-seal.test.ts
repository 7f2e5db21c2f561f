import { expect, test } from 'vitest'
import { systemSeal, type SafeStorage } from '../../../../main/electron/system-seal.ts'

const storage: SafeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from(`sealed ${text}`),
  decryptStringAsync: async (sealed) => ({ result: String(sealed).slice('sealed '.length), shouldReEncrypt: false }),
  getSelectedStorageBackend: () => 'gnome_libsecret',
}

function sealing(changes: Partial<SafeStorage> = {}, platform: NodeJS.Platform = 'linux') {
  const lines: string[] = []
  return { seal: systemSeal({ ...storage, ...changes }, platform, (line) => lines.push(line)), lines }
}

test('what the system seals it gives back', async () => {
  const { seal, lines } = sealing()
  expect(await seal.unseal((await seal.seal('the secret'))!)).toBe('the secret')
  expect(lines).toEqual([])
})

test('a Linux without a keyring is used, and reported', async () => {
  const { seal, lines } = sealing({ getSelectedStorageBackend: () => 'basic_text' })
  expect(await seal.seal('the secret')).not.toBeNull()
  expect(lines).toEqual([expect.stringContaining('basic_text')])
})

test('other systems are not asked for a backend, for they have no such call', async () => {
  const { seal } = sealing(
    {
      getSelectedStorageBackend: () => {
        throw new TypeError('not a function')
      },
    },
    'win32',
  )
  expect(await seal.seal('the secret')).not.toBeNull()
})

test('a system that cannot seal is no reason to fail, and is reported', async () => {
  const { seal, lines } = sealing({ isAsyncEncryptionAvailable: async () => false })
  expect(await seal.seal('the secret')).toBeNull()
  expect(lines).toHaveLength(1)
})

test('what the system will not give back is null, and reported', async () => {
  const { seal, lines } = sealing({ decryptStringAsync: () => Promise.reject(new Error('another user')) })
  expect(await seal.unseal(new Uint8Array(8))).toBeNull()
  expect(lines).toEqual([expect.stringContaining('another user')])
})
