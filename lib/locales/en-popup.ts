/** The words of the popup. */
export const popupWords = {
  views: 'What to look at',
  page: 'This page',
  pageWith: (n: number): string => (n === 1 ? 'This page, 1 log' : `This page, ${n} logs`),
  paste: 'Paste a log',

  /** What the toolbar button says when it is pointed at; `worst` is an outcome in a word or two. */
  toolbar: (n: number, worst: string): string =>
    n === 1 ? `SMTP Lens: 1 log here. ${worst}` : `SMTP Lens: ${n} logs here. The worst: ${worst}`,

  logsOfPage: 'Logs on this page',
  lines: (n: number): string => (n === 1 ? '1 line' : `${n} lines`),
  /** Read after the verdict by a screen reader. */
  show: 'Show it on the page',
  goneFromPage: 'This log is no longer on the page.',

  look: 'Look for logs on this page',
  pasteInstead: 'Paste a log by hand',

  none: {
    title: 'No mail log on this page',
    text: 'A log that appears later, in a window or a tab of the page, is noticed too.',
  },
  idle: {
    title: 'Not looking on this page yet',
    text: 'SMTP Lens runs by itself on screens known for mail logs, and on others when you ask it to.',
  },
  looking: { title: 'Looking…', text: '' },
  noneAfterLook: {
    title: 'No mail log found on this page',
    text: 'If you can see one here, mark its text, copy it, and paste it by hand.',
  },
  refused: {
    title: 'This page cannot be read',
    text: 'The browser keeps extensions out of it. Copy the log and paste it by hand.',
  },
  closed: {
    title: 'A page of the browser',
    text: 'Extensions cannot read it. A log can still be pasted by hand.',
  },
  siteOff: {
    title: 'Switched off on this site',
    text: 'Nothing is read here until you switch it on again, below.',
  },
  allOff: {
    title: 'Explanations are off',
    text: 'Choose Problems, Brief or Full above to see them in pages.',
  },

  placeholder: 'Paste an SMTP session log',
  emptyTitle: 'What can be read here',
  empty: [
    'The debug output of a mail plugin, of PHPMailer or of another program that sends.',
    'The conversation with a mail server: lines such as EHLO, MAIL FROM, 250, 535.',
  ],
  privacy: 'The text stays in this browser. It is forgotten when the browser closes.',
  reading: 'Reading…',
  noLogTitle: 'No mail log found in this text',
  noLog:
    'A log has commands such as EHLO or MAIL FROM, and replies that begin with a number, such as 250 or 535. Many programs write one only after debugging is switched on.',
  binary:
    'This looks like a file that is not text. Open the log in a text editor and copy it from there.',
  tooLong: (megabytes: number): string =>
    `This text is longer than ${megabytes} million characters, which is too much to read here. Paste the part around the failure.`,
  failed:
    'This text could not be read. It is still here, unchanged. A shorter part of it may work.',
  notKept: 'This text is too long to be kept when the popup closes.',
  clear: 'Clear',
  found: (n: number): string => (n === 1 ? '1 session found' : `${n} sessions found`),
  /** The recipients tell apart what a server's log holds of many mails. */
  sessionOf: (n: number, all: number, to: readonly string[]): string => {
    const [first, ...more] = to;
    const whom = more.length > 0 ? `${first} and ${more.length} more` : first;
    return `Session ${n} of ${all}${whom === undefined ? '' : `, to ${whom}`}`;
  },
  stepByStep: 'The log, step by step',
  moreSessions: (n: number): string => `Show ${n} more`,

  siteSwitch: {
    page: 'This page',
    on: 'Explains mail logs here',
    off: 'Does nothing here',
    none: 'A page that extensions cannot read',
  },

  /** The browser asks the person once more, in its own words. */
  ownSites: {
    label: 'Where to look without a click',
    site: 'Always on this site',
    everywhere: 'On every site',
  },

  inputLabel: 'Mail log',
} as const;
