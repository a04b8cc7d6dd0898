import type { Outcome, Party, Phase, Severity, Verbosity } from '../types.ts';

/**
 * The words of the UI; sentences on causes and lines live beside their rules and rows. Text alone,
 * because they are sent to the pages: `{}` is where a value goes (`fill`, `count`).
 */
export const en = {
  product: 'SMTP Lens',

  /** The verdict in one or two words. */
  outcomes: {
    accepted: 'Accepted',
    'partially-accepted': 'Partly accepted',
    rejected: 'Refused',
    deferred: 'Put off',
    'connection-failed': 'Not connected',
    'tls-failed': 'Encryption failed',
    'auth-failed': 'Login failed',
    dropped: 'Cut off',
    incomplete: 'Outcome unknown',
  } satisfies Record<Outcome, string>,

  /** The verdict's sentence where no cause brings its own. */
  sentences: {
    accepted:
      'The mail server accepted the message. That is not yet delivery: the server must now bring it to the inbox.',
    incomplete: 'This log does not show how it ended.',
    failed: 'The mail was not sent, and the log does not say why.',
  },

  /** The sentence for a message that went to some of its recipients. */
  acceptedForSome: 'The mail server accepted mail for {} of {} recipients.',

  /** What comes next when nothing failed. */
  afterAccepted: {
    spam: 'If it does not arrive, look in the recipient’s spam folder first.',
    later: 'A later failure comes back as a mail to the sender’s address.',
    ask: 'To ask the mail provider, give the time of sending and both addresses.',
    askByNumber: 'To ask the mail provider, give the time of sending and this number: {}',
  },

  /** Whose turn it is: `now` where waiting does not help, `later` where it may. */
  turns: {
    now: {
      you: 'You can put this right. Waiting does not help.',
      'web-host': 'Your web host must act. Waiting does not help.',
      'mail-provider': 'Your mail provider must act. Waiting does not help.',
      recipient: 'The recipient’s side must act. Waiting does not help.',
      nobody: 'Nobody has to act.',
    } satisfies Record<Party, string>,
    later: {
      you: 'It can pass by itself. If it does not, you can put it right.',
      'web-host': 'It can pass by itself. If it does not, your web host must act.',
      'mail-provider': 'It can pass by itself. If it does not, your mail provider must act.',
      recipient: 'It can pass by itself. If it does not, the recipient’s side must act.',
      nobody: 'Nobody has to act: as a rule it passes by itself.',
    } satisfies Record<Party, string>,
  },

  severities: { error: 'Problem', warning: 'Warning', info: 'Note' } satisfies Record<
    Severity,
    string
  >,
  phases: {
    connect: 'Connect',
    greeting: 'Greeting',
    ehlo: 'Introduction (EHLO)',
    starttls: 'Encryption',
    auth: 'Login',
    mail: 'Sender',
    rcpt: 'Recipients',
    data: 'Message',
    message: 'Message',
    quit: 'Goodbye',
  } satisfies Record<Phase, string>,

  from: {
    server: 'Server',
    client: 'Sending program',
    tool: 'Note of the program',
  },

  verbosity: {
    label: 'How much to explain',
    off: 'Off',
    problems: 'Problems',
    brief: 'Brief',
    full: 'Full',
    hints: {
      off: 'Nothing in the page; the toolbar button brings it back',
      problems: 'The verdict, and remarks on problems',
      brief: 'A short remark on each line',
      full: 'Every step, explained in full',
    } satisfies Record<Verbosity, string>,
  },

  verdict: 'SMTP Lens: verdict',
  verdictOf: 'SMTP Lens: verdict on {}',
  line: 'line {}',
  lines: 'lines {} to {}',
  /** Where lines tell nothing: a session in one paragraph. */
  step: 'step {}',
  explanationOf: 'Explanation of {}',
  goTo: 'Go to {}',
  whatToDo: 'What to do',
  whatNext: 'What comes next',
  more: 'More',
  why: 'Why',
  steps: 'Steps',
  messageTo: {
    you: 'A message you can send',
    'web-host': 'A message to your web host',
    'mail-provider': 'A message to your mail provider',
    recipient: 'A message to the recipient’s side',
    nobody: 'A message you can send',
  } satisfies Record<Party, string>,
  references: 'Sources',
  shownBy: 'Shown by',
  /** Lesser findings, counted in the bar and listed under the disclosure. */
  remarks: { one: '1 remark', other: '{} remarks' },
  alsoNoticed: 'Also noticed',
  copyVerdict: 'Copy verdict',
  copyMessage: 'Copy message',
  copied: 'Copied',
  notCopied: 'Could not copy',
  closeVerdict: 'Remove from this log',

  session: 'The log, step by step',
  again: '{}, again',
  messageLines: { one: '1 line of the message', other: '{} lines of the message' },
  showMore: 'Show {} more',
  decided: 'This line decided',
  command: 'Command',
  code: 'Reply code',
  enhanced: 'Detailed code',
  partsTitle: 'Several replies in one line',
  explainTerm: 'What does this word mean?',
  backToText: 'Back to the text',
  wordsUsed: 'Words used here',

  /** The panel beside a marked text, and what it says where there is no log to explain. */
  reading: {
    label: 'SMTP Lens: the marked text, explained',
    title: 'The marked text, explained',
    busy: 'Reading…',
    close: 'Close',
    notes: {
      empty: {
        title: 'No text is marked',
        text: 'Mark the lines of the log first, then choose “Explain this SMTP log” again.',
      },
      none: {
        title: 'No mail log in the marked text',
        text: 'A log has commands such as EHLO or MAIL FROM, and replies that begin with a number, such as 250 or 535. If you can see such lines, mark more of them and try again.',
      },
      long: {
        title: 'Too much text at once',
        text: 'Mark the part around the failure.',
      },
      failed: {
        title: 'The text could not be read',
        text: 'Reload the page and try again, or paste the log into the window that the toolbar button opens.',
      },
      noneOnPage: {
        title: 'No mail log found on this page',
        text: 'If you can see one here, mark its text and choose “Explain this SMTP log” from the context menu.',
      },
      siteOff: {
        title: 'Switched off on this site',
        text: 'The toolbar button of SMTP Lens switches it on again.',
      },
      allOff: {
        title: 'Explanations are off',
        text: 'The toolbar button of SMTP Lens brings them back.',
      },
    },
  },
};

/** The shape that each language fills. */
export type Words = typeof en;
