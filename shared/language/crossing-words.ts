/**
 * The words of crossings, in both languages: what the screen, the reports and the command line call a direction, a
 * decision, its reason, a vehicle, and how a person and the papers stand to each other.
 */
import type { Decision, Direction, IdentityStanding, ReasonCode, VehicleKind } from '../domain/crossing/crossing.ts'
import type { Locale } from './locale.ts'

/** Seen from the province. */
export const directionWords: Record<Locale, Record<Direction, string>> = {
  vi: { in: 'vào tỉnh', out: 'ra tỉnh' },
  en: { in: 'into the province', out: 'out of the province' },
}

/** What was decided, as a list names it. */
export const decisionWords: Record<Locale, Record<Decision, string>> = {
  vi: { admitted: 'Cho qua', refused: 'Từ chối', referred: 'Chuyển y tế' },
  en: { admitted: 'Admitted', refused: 'Refused', referred: 'Medical post' },
}

/** Why a decision departs from the verdict, or a recorded crossing is corrected. */
export const reasonWords: Record<Locale, Record<ReasonCode, string>> = {
  vi: {
    'papers-seen': 'Đã xem giấy gốc',
    'supervisor-agreed': 'Chỉ huy ca đồng ý',
    emergency: 'Cấp cứu',
    'official-duty': 'Đang thi hành công vụ',
    'priority-vehicle': 'Xe ưu tiên',
    'below-age': 'Trẻ em dưới tuổi quy định',
    symptoms: 'Có triệu chứng',
    'identity-doubted': 'Nghi không đúng người',
    'papers-missing': 'Thiếu giấy tờ',
    order: 'Theo chỉ đạo của cấp trên',
    'turned-back': 'Tự quay đầu',
    'entered-wrongly': 'Nhập nhầm',
    other: 'Lý do khác',
  },
  en: {
    'papers-seen': 'Original papers seen',
    'supervisor-agreed': 'Supervisor agreed',
    emergency: 'Medical emergency',
    'official-duty': 'On official duty',
    'priority-vehicle': 'Priority vehicle',
    'below-age': 'Child below the age limit',
    symptoms: 'Shows symptoms',
    'identity-doubted': 'Identity doubted',
    'papers-missing': 'Papers missing',
    order: 'By order from above',
    'turned-back': 'Turned back by choice',
    'entered-wrongly': 'Entered wrongly',
    other: 'Another reason',
  },
}

export const vehicleKindWords: Record<Locale, Record<VehicleKind, string>> = {
  vi: {
    motorbike: 'xe máy',
    car: 'ô tô con',
    bus: 'xe khách',
    truck: 'xe tải',
    tractor: 'đầu kéo',
    special: 'xe ưu tiên',
    other: 'xe khác',
  },
  en: {
    motorbike: 'motorbike',
    car: 'car',
    bus: 'bus',
    truck: 'truck',
    tractor: 'tractor unit',
    special: 'priority vehicle',
    other: 'other vehicle',
  },
}

/** How a person, the result and the papers stand to each other. */
export const identityWords: Record<Locale, Record<IdentityStanding, string>> = {
  vi: {
    same: 'cùng một người',
    look: 'cần đối chiếu',
    different: 'khác người',
    confirmed: 'đã đối chiếu',
    alone: 'chưa có gì để đối chiếu',
  },
  en: {
    same: 'same person',
    look: 'compare by eye',
    different: 'different person',
    confirmed: 'compared by an officer',
    alone: 'nothing to compare with',
  },
}
