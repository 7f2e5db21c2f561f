/** What both shells have in common: the page's files and headers, the settings, and the secrets. */
export { answerPage, answerText, type PageAnswer } from './answer-page.ts'
export { contentSecurityPolicy } from './content-security-policy.ts'
export { openingSentence } from './opening-fault.ts'
export { parsePort } from './port.ts'
export { PageNotBuilt, readPageFiles, type PageFile, type PageFiles } from './page-files.ts'
export { defaultSettings, openSettings, type StoredSettings, type StoreOptions } from './settings.ts'
/** Said here too, so that a shell that runs no program of its own need not load one. */
export { profileFolder, readCheckpoint, realPlace } from '../profile/index.ts'
export { askPassphrase } from './ask-passphrase.ts'
export { openSecrets, unsealAll } from '../checkpoint/index.ts'
export type { SystemSeal } from '../ports.ts'
export {
  answerShell,
  fromStarter,
  openPassphraseSource,
  sayUnusedPassphrase,
  takePassphrase,
  type PassphraseSource,
} from './passphrase-source.ts'
