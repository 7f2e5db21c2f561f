/** The trust repository: a TUF client and the store it fills. */
export { stoppableSource, stopped } from './stoppable-source.ts'
export { isSystemError } from './disk.ts'
export { diskReason } from './reasons.ts'
export { folderSource } from './folder-source.ts'
export type { Generation } from './generation.ts'
export { httpsSource } from './https-source.ts'
export { fingerprintInGroups, readRoot, type FirstRoot } from './read-root.ts'
export { isPublication, readPublication } from './read-publication.ts'
export { readStore, storeOwnsAnything } from './read-store.ts'
export { refusalSentences, sayRefusal, type Refusal, type RefusalCode } from './refusal.ts'
export { addServerAuthorities } from './server-authorities.ts'
export { goThrough } from './web-proxy.ts'
export type { RepositorySource, SourceAnswer } from './source.ts'
export {
  TrustRepository,
  type Acceptance,
  type TrustRepositoryOptions,
  type UpdateOutcome,
} from './trust-repository.ts'
export type { Publication } from './verify-publication.ts'
export { sayVersions, type Versions } from './versions.ts'
export { watchedSource, type Progress } from './watched-source.ts'
