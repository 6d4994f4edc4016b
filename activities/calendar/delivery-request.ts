/** Names a change of a calendar. */
export interface CalendarRevision {
  readonly revision: number;
}

/** Cases that a change still has to reach. */
export interface DeliveryLeft {
  readonly waiting: number;
}

/** The activities that bring a changed calendar to the cases, as workflows see them. */
export interface CalendarActivities {
  /** Writes down which open cases have limits that the change moves. */
  planDelivery(change: CalendarRevision): Promise<DeliveryLeft>;
  /** Tells some of them. */
  deliverBatch(change: CalendarRevision): Promise<DeliveryLeft>;
}
