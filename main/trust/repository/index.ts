/** The trust repository: a TUF client and the store it fills. */
export { folderSource } from './folder-source.ts'
export type { Contents, Generation } from './generation.ts'
export { httpsSource } from './https-source.ts'
export { readRoot, type FirstRoot } from './read-root.ts'
export { readStore } from './read-store.ts'
export { refusalSentences, sayRefusal, type Refusal, type RefusalCode } from './refusal.ts'
export type { RepositorySource, SourceAnswer } from './source.ts'
export { trustTargetLimits } from './target-limits.ts'
export {
  TrustRepository,
  type Acceptance,
  type TrustRepositoryOptions,
  type UpdateOutcome,
} from './trust-repository.ts'
