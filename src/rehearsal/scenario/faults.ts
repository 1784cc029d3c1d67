import type { FaultBook } from '../faults/fault-book.ts';
import type { FaultOf, FaultTable } from '../faults/fault-table.ts';

/**
 * Everything that can be made to go wrong, by the moment at which it strikes: when a paid job is submitted, in the job's life,
 * at any other request to the API, when an asset's URL is signed, or when its bytes are fetched.
 */
export const SCENARIO_FAULTS = {
  'submit-500': { moment: 'submit', words: 'Answers a submission with a page and 500; no job exists.' },
  'submit-500-after-accept': { moment: 'submit', words: 'Accepts the job, then answers with a page and 500.' },
  'reset-before-accept': { moment: 'submit', words: 'Cuts the connection before the job is accepted.' },
  'reset-after-accept': { moment: 'submit', words: 'Accepts the job, then cuts the connection: its id is lost.' },
  hang: { moment: 'submit', words: 'Never answers a submission and accepts nothing.' },
  'hang-after-accept': { moment: 'submit', words: 'Accepts the job and never answers.' },
  /** The value is the team's limit, 2 unless given. */
  'submit-429': { moment: 'submit', words: 'Refuses a submission with 429: too many jobs of the team at once.' },
  /** The value is in seconds, 1 unless given. */
  'submit-cooldown': { moment: 'submit', words: 'Refuses a submission with 429 and remainingSeconds.' },
  'out-of-credits': { moment: 'submit', words: 'Refuses a submission with 402: no compute units are left.' },
  'out-of-credits-403': { moment: 'submit', words: 'Refuses a submission with 403: no compute units are left.' },
  'plan-403': { moment: 'submit', words: 'Refuses a submission with 403: the model needs another plan.' },

  /** The value is in ms, 10,000 unless given. */
  slow: { moment: 'job', words: 'Stays in warming-up for long.' },
  'never-ending': { moment: 'job', words: 'Stays in progress for ever.' },
  /** The value is in ms, 20,000 unless given. */
  'stuck-progress': { moment: 'job', words: 'Says 10 % for long, and ends well.' },
  failed: { moment: 'job', words: 'Fails with a text in metadata.error; the price is paid back.' },
  'failed-moderation': { moment: 'job', words: 'Fails because the moderation took offence; the price is paid back.' },
  canceled: { moment: 'job', words: 'Is canceled by somebody else while it runs; the price is paid back.' },
  'status-aliases': { moment: 'job', words: 'Says succeeded, failed and cancelled for success, failure and canceled.' },
  'missing-asset': { moment: 'job', words: 'The last asset is not in the result.' },
  'webp-output': { moment: 'job', words: 'The first asset is WebP in the place of a PNG.' },
  'wrong-size': { moment: 'job', words: 'The first asset has half the width and height.' },

  'read-500': { moment: 'read', words: 'Answers a question with a page and 502.' },
  /** The value is in seconds, 1 unless given. */
  'read-429': { moment: 'read', words: 'Answers a question with 429 and remainingSeconds.' },
  'read-reset': { moment: 'read', words: 'Cuts the connection of a question.' },

  'expired-url': { moment: 'asset', words: 'Signs a URL that has expired already; the next one is good.' },

  'truncated-download': { moment: 'download', words: 'The bytes break off in the middle.' },
  'not-a-png': { moment: 'download', words: 'Is a page in the place of a picture.' },
  'download-500': { moment: 'download', words: 'Answers a download with a page and 503.' },
} as const satisfies FaultTable<'submit' | 'job' | 'read' | 'asset' | 'download'>;

export type ScenarioFault = FaultOf<typeof SCENARIO_FAULTS>;
export type ScenarioFaultName = ScenarioFault['name'];
export type ScenarioFaultBook = FaultBook<typeof SCENARIO_FAULTS>;
export type ScenarioMoment = (typeof SCENARIO_FAULTS)[ScenarioFaultName]['moment'];
