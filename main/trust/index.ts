/** Trust: what this kiosk believes. */
export { rootFileName } from './anchor.ts'
export { auditKeys, type RefusedKey } from './keys/audit-keys.ts'
export type { Belief } from './belief.ts'
export { demandBelievable } from './keys/believable-key.ts'
export { readBelieved, type Believed } from './believed.ts'
export { readCertificates } from './certificates/certificate-file.ts'
export { certifiedKey } from './keys/certified-key.ts'
export { sayDamage, type Damage } from './damage.ts'
export { defaultPolicy, defaultRules } from './defaults.ts'
export { keyEntriesOf } from './keys/key-documents.ts'
export { installRoot, takeRoot, type RootAnswer } from './install-root.ts'
export { KeyShelf } from './keys/key-shelf.ts'
export { metadataLimits, trustTargetLimits } from './limits.ts'
export { readTrust } from './read-trust.ts'
export { readCertified, SigningAuthorities, type Certified, type SignerAnswer } from './certificates/signer-chain.ts'
export { openTrust, recordBelief } from './record-belief.ts'
export { readTrustFiles } from './trust-files.ts'
export { keyFromCertificate, keyFromJwk, type TrustedKey } from './keys/trusted-key.ts'
export { trustStore, type TrustStore } from './trust-store.ts'
export { TrustUnreadable } from './trust-unreadable.ts'
export { parseRevocations, revocationFaults, revocationHashes } from './revocations/index.ts'
export {
  fingerprintInGroups,
  folderSource,
  isPublication,
  readPublication,
  readRoot,
  sayRefusal,
  sayVersions,
  type FirstRoot,
  type Generation,
  type Progress,
  type Publication,
  type RepositorySource,
} from './repository/index.ts'
export { storeOf, TrustKeeper } from './trust-keeper.ts'
export { trustRoom } from './trust-room.ts'
export { mountedSticks } from './sticks/mounted-sticks.ts'
export { sticksHere } from './sticks/sticks-here.ts'
export { trustLists } from './trust-state.ts'
export { givenSource, isAddress, type GivenPlace } from './update/given-source.ts'
export { updateTrust } from './update/update-trust.ts'
