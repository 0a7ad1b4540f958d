/** How much one page, one address and one table may ask for. Generous to a school whose classes share an address. */
export const LIMITS = {
  /** Messages of one page. */
  page: { burst: 80, perSecond: 20 },
  /** Messages of one address: several classes of pages. */
  address: { burst: 6_000, perSecond: 1_500 },
  /** People who join on one page: one, and a few more when a device is passed on. */
  joins: { burst: 8, perSecond: 0.1 },
  /** Whole records asked for by one page. */
  records: { burst: 8, perSecond: 0.5 },
  /** Deals tried in the debrief by one page: as fast as somebody can choose options. */
  trials: { burst: 40, perSecond: 4 },
  /** Sessions opened from one address. */
  hostings: { burst: 60, perSecond: 0.5 },
  /** Requests of authors from one address: a form is checked while it is typed. */
  library: { burst: 200, perSecond: 8 },
  /** Scenarios brought along from one address. */
  scenarios: { burst: 30, perSecond: 0.1 },
  /** A room code is one of a million: from one address it takes half a day of guessing to find one of them. */
  wrongCodes: { free: 40, freeForAll: 400, step: 100, longest: 8_000 },
  wrongPasses: { free: 5, freeForAll: 50, step: 2_000, longest: 8_000 },
  /** Open connections of one address, and of all together. */
  connections: { ofAddress: 5_000, all: 20_000 },
  /** Characters that wait to be read by one page. A class's whole record fits into the most. */
  backlog: { enough: 256 * 1024, most: 4 * 1024 * 1024 },
  /** Bytes of one message. The longest that makes sense has a few thousand. */
  message: 64 * 1024,
  /** Bytes of a request that brings a scenario. */
  upload: 4 * 1024 * 1024,
  /** Requests for files of sessions from one address, and bytes of a session that is brought along: thirty tables of an hour have about forty million. */
  sessionFiles: { burst: 30, perSecond: 0.2 },
  sessionFile: 64 * 1024 * 1024,
  /** Events of one table after which its seats are refused: a class of an hour leaves a few thousand. */
  events: 50_000,
} as const;
