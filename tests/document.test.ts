import { describe, expect, test } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { log } from './corpus.ts';

describe('a log among other words', () => {
  const session = log('phpmailer/bad-password-debug2').trimEnd();

  test.each([
    ['a letter', `Hello,\nmy form does not send since today:\n\n${session}\n\nThanks!`],
    [
      'a question',
      `## What happens\n\nNo mail.\n\n\`\`\`\n${session}\n\`\`\`\n\n## Version\n\n6.9`,
    ],
    ['code above it', `<?php\nuse PHPMailer\\PHPMailer;\n$mail->send();\n\n${session}`],
    ['code below it', `${session}\n\nimport smtplib\nserver.quit()`],
  ])('%s: it is read', (_what, text) => {
    expect(analyze(text).sessions).toHaveLength(1);
  });

  test.each([
    ['a comment', `<?php\n/**\n${session.replace(/^/gm, ' * ')}\n */\nfunction f() {\n}\n`],
    ['a string', `import { test } from 'vitest';\n\nconst log = \`\n${session}\n\`;\n`],
    [
      'a manual',
      `# Reading logs\n\n## First\n${'Words.\n'.repeat(90)}\n${session}\n## Next\n\nEnd.`,
    ],
    ['a patch', `--- a/x.log\n+++ b/x.log\n@@ -1,3 +1,40 @@\n${session.replace(/^/gm, '+')}\n`],
  ])('%s: it is a sample', (_what, text) => {
    expect(analyze(text).sessions).toEqual([]);
  });
});
