/** Names a batch of transfers. */
export interface BatchRef {
  readonly batchId: string;
}

/** A round of openings: the persons behind this place of the batch are next. */
export interface OpeningRound extends BatchRef {
  readonly after: number;
}

/** What a round of openings has left. */
export interface OpeningLeft {
  /** Persons of the whole batch who are neither opened nor refused. */
  readonly waiting: number;
  /** The last place that the round looked at; null where nobody waited behind the one that it began with. */
  readonly reached: number | null;
}

/** Cases of a batch that are not closed. */
export interface BatchLeft {
  readonly open: number;
}

/** The activities that carry a batch of transfers, as workflows see them. */
export interface BatchActivities {
  /** Opens the cases of some persons; nobody twice, however often it is tried. */
  openPersons(round: OpeningRound): Promise<OpeningLeft>;
  /** Counts what is open and, where nothing is, writes down that the batch is over. */
  finishBatch(batch: BatchRef): Promise<BatchLeft>;
}
