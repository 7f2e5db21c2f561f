/** Notices when the orders that officers go by become others, by a publication or by their date: that is an entry. */
import { orderChanges } from '../../shared/domain/shift/orders.ts'
import type { Journal } from '../journal/index.ts'
import type { TrustStore } from '../trust/index.ts'
import { ordersInForce } from './orders-in-force.ts'

/** The orders of one kiosk. */
export class OrdersWatch {
  private readonly parts: { shifts: Journal['shifts']; trust: () => TrustStore; now: () => number; changed: () => void }
  /** What was looked at last: the same beliefs at the same minute say the same. */
  private looked: { store: TrustStore; minute: number } | null = null

  /** @param parts `now`: epoch milliseconds */
  constructor(parts: OrdersWatch['parts']) {
    this.parts = parts
  }

  /** Looks at them, and records them where they differ from what the journal has last. */
  look(): void {
    const { shifts, trust, now, changed } = this.parts
    const store = trust()
    const minute = Math.floor(now() / 60_000)
    if (this.looked?.store === store && this.looked.minute === minute) return
    const orders = ordersInForce(store, now())
    const kept = shifts.orders()
    const same = kept !== null && orderChanges(kept.orders, orders).length === 0
    const recorded = same || shifts.changeOrders(orders, now()).recorded
    // What the disk did not take is looked at again.
    if (recorded) this.looked = { store, minute }
    if (recorded && !same) changed()
  }
}
