/** Trust: what this kiosk believes. */
export { readBelieved, type Believed } from './believed.ts'
export { defaultPolicy, defaultRules } from './defaults.ts'
export { keyEntriesOf } from './key-documents.ts'
export { KeyShelf } from './key-shelf.ts'
export { auditKeys, readTrust, TrustUnreadable, type RefusedKey } from './read-trust.ts'
export { readCertified, SigningAuthorities, type SignerAnswer } from './signer-chain.ts'
export { keyFromCertificate, keyFromJwk, type TrustedKey } from './trusted-key.ts'
export { trustStore, type TrustStore } from './trust-store.ts'
export { parseRevocations, revocationFaults, revocationHashes } from './revocations/index.ts'
export {
  folderSource,
  httpsSource,
  readRoot,
  sayRefusal,
  trustTargetLimits,
  type RepositorySource,
  type UpdateOutcome,
} from './repository/index.ts'
export { TrustKeeper } from './trust-keeper.ts'
