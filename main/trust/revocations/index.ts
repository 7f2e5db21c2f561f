/** Revocations: is this certificate on the list of those taken back? */
export { revocationHashes } from './hashes.ts'
export {
  noRevocations,
  parseInSteps,
  parseRevocations,
  type RevocationList,
  type RevocationsAnswer,
} from './revocation-list.ts'
export { revocationFaults, type RevocationFault } from './fault.ts'
