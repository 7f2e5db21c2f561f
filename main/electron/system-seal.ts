/** The operating system's keeping of secrets, as Electron offers it: DPAPI, Keychain, or a keyring on Linux. */
import type { SystemSeal } from '../shell/index.ts'

/** The part of Electron's `safeStorage` that is used: the asynchronous calls, which do not hold up the window. */
export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>
  getSelectedStorageBackend(): string
}

/**
 * Seals through `safeStorage`. Where Linux has no keyring, Electron's backend is `basic_text`, whose key is in every
 * copy of Electron: it is used all the same, and the log says that it hides nothing.
 */
export function systemSeal(storage: SafeStorage, platform: NodeJS.Platform, log: (line: string) => void): SystemSeal {
  const refused = (error: unknown): null => {
    log(`secret: the system’s keeping failed: ${String(error)}`)
    return null
  }
  return {
    async seal(text) {
      try {
        if (!(await storage.isAsyncEncryptionAvailable())) {
          log('secret: this system keeps no secrets; secret.json holds it open, for its owner alone to read.')
          return null
        }
        if (platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text')
          log('secret: no keyring was found (basic_text): whoever can read secret.json can read the journal.')
        return await storage.encryptStringAsync(text)
      } catch (error) {
        return refused(error)
      }
    },
    async unseal(sealed) {
      try {
        return (await storage.decryptStringAsync(Buffer.from(sealed))).result
      } catch (error) {
        return refused(error)
      }
    },
  }
}
