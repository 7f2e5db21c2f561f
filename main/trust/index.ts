/** Trust: what this kiosk believes. */
export { defaultPolicy, readTrust, TrustUnreadable, type ReadTrust } from './read-trust.ts'
export { keyFromCertificate, keyFromJwk, type TrustedKey } from './trusted-key.ts'
export { TrustStore } from './trust-store.ts'
