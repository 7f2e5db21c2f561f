/** What is believed, as the screen and the commands tell it: each list's age, and what to do. */
import type { TrustList, TrustState } from '../../shared/contract/trust.ts'
import { artefactAges, type Artefact, type Freshness } from '../../shared/domain/freshness.ts'
import { inBoth, type Sentences } from '../../shared/language/locale.ts'
import { sayDamage } from './damage.ts'
import { fingerprintInGroups } from './repository/index.ts'
import type { TrustKeeper } from './trust-keeper.ts'
import type { TrustStore } from './trust-store.ts'

const toDo: Record<Freshness, Sentences | null> = {
  fresh: null,
  ageing: {
    vi: 'Sắp cũ: cập nhật trong ca này nếu có mạng hoặc USB.',
    en: 'It is ageing: update during this shift if there is a connection or a stick.',
  },
  old: {
    vi: 'Đã cũ: cập nhật ngay từ mạng hoặc USB; cho đến lúc đó nhiều mã chỉ được kết luận "cần kiểm tra".',
    en: 'It is old: update now, from an address or a stick; until then many codes can only be "to be checked".',
  },
  unusable: {
    vi: 'Quá cũ, không kết luận được nữa: cập nhật ngay, hoặc gọi kỹ thuật mang USB đến.',
    en: 'It is too old to conclude anything: update now, or have IT bring a stick.',
  },
}

const entriesOf: Record<Artefact, (store: TrustStore) => number> = {
  keys: ({ keys }) => keys.size,
  rules: ({ rules }) => rules.ruleSet.size,
  revocations: ({ revocations }) => revocations.size,
}

/** The lists that have a date; of the others no age is asked. @param now epoch milliseconds */
export function trustLists(store: TrustStore, now: number): TrustList[] {
  const ages = artefactAges(store.published, store.policy.ages, now)
  return ages.map((age) => ({ ...age, entries: entriesOf[age.artefact](store), toDo: toDo[age.freshness] }))
}

/** All of it. @param now epoch milliseconds */
export function trustState(keeper: TrustKeeper, last: TrustState['last'], now: number): TrustState {
  const { damage, publication, root, store } = keeper
  return {
    from: keeper.from,
    root: root && {
      fingerprint: fingerprintInGroups(root.fingerprint),
      version: root.version,
      expiresAt: root.expiresAt,
    },
    publication: publication && {
      version: publication.versions.timestamp,
      publishedAt: publication.publishedAt,
      expiresAt: publication.expiresAt,
    },
    lists: trustLists(store, now),
    damage: damage.map((each) => inBoth((locale) => sayDamage(locale, each))),
    last,
  }
}
