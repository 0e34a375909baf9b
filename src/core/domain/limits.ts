/** Limits of SPEC 3 and 4. A limit is binding; a default may be configured. */
export const limits = {
  stepsBetweenWaits: 1_000,
  stepsPerRun: 10_000,
  stepsPerWorkflow: 500,
  notesPerWorkflow: 200,
  noteCharacters: 2_000,
  callDepth: 10,
  runLifetimeDays: 90,
  variablesBytes: 256 * 1024,
  messageCharacters: 5_000,
  /** Of what the contact wrote last, kept with the conversation. */
  lastContactTextCharacters: 2_000,
  attachments: 10,
  quickReplies: 10,
  branches: 20,
  conditionsPerBranch: 20,
  choices: { min: 2, max: 20 },
  files: {
    /** Of one answer. */
    max: 5,
    /** Of one file (SPEC 3). */
    bytes: 10 * 1024 * 1024,
  },
  /** Variants of one text. */
  languages: 40,
  retries: { min: 0, max: 10 },
  nameCharacters: 120,
  spansPerDay: 10,
  scheduleExceptions: 400,
  yearlyHolidays: 100,
  schedulesPerWorkspace: 100,
  /** Of one simulation, and so of one test of a workflow. */
  simulationActs: 300,
  testsPerWorkflow: 100,
  /** Contacts that a Schedule trigger fires for at one of its moments. */
  contactsPerFiring: 10_000,
} as const;

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
