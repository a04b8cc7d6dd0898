import { describe, expect, it, vi } from 'vitest';
import { Verdict, type VerdictProps } from '../../components/Verdict.tsx';
import { words } from '../../lib/locales/index.ts';
import type { Outcome } from '../../lib/types.ts';
import { draw, key, pick, press } from './draw.ts';
import { accepted, authFailed, connectionFailed, longText, partlyAccepted } from './fixtures.ts';
import type { Fixture } from './fixtures/fixture.ts';
import { shown } from './shown.ts';

const props = (fixture: Fixture): VerdictProps => ({
  ...shown(fixture),
  verbosity: 'brief',
  onVerbosity: vi.fn(),
  onGoTo: vi.fn(),
  onClose: vi.fn(),
});

describe('verdict', () => {
  it('carries outcome, cause and number of entries', () => {
    const root = pick(draw(<Verdict {...props(authFailed)} />), '[data-outcome]');
    expect(root.dataset).toMatchObject({
      outcome: 'auth-failed',
      cause: 'app-password-required',
      entries: String(authFailed.session.entries.length),
    });
    expect(root.getAttribute('aria-label')).toContain('smtp.webmail.test');
  });

  it('has no cause where nothing failed, warnings or not', () => {
    const root = pick(draw(<Verdict {...props(accepted)} />), '[data-outcome]');
    expect(root.dataset['cause']).toBe('');
    expect(root.textContent).toContain(words.remarks.one);
  });

  it('says outcome, one sentence and the deciding line', () => {
    const own = props(authFailed);
    const root = draw(<Verdict {...own} />);
    expect(pick(root, '.outcome').textContent).toBe('Login failed');
    expect(pick(root, '.sentence').textContent).toBe(authFailed.session.findings[0]?.title);
    const evidence = pick(root, '.evidence');
    expect(evidence.textContent).toBe(
      'line 12535-5.7.8 Username and Password not accepted. For more information, go to',
    );
    press(evidence);
    expect(own.onGoTo).toHaveBeenCalledWith(12);
  });

  it('shows the server’s last word where the mail was accepted', () => {
    const root = draw(<Verdict {...props(accepted)} />);
    expect(pick(root, '.evidence').textContent).toContain('250 2.0.0 Ok: queued as');
  });

  it('counts the recipients of a partly accepted message', () => {
    const root = draw(<Verdict {...props(partlyAccepted)} />);
    expect(pick(root, '.sentence').textContent).toContain('1 of 2');
  });

  it('says who must act before anything is opened, and once', () => {
    const { session, ...more } = props(connectionFailed);
    const text = words.turns.now['web-host'];
    const root = draw(<Verdict {...more} session={session} defaultOpen />);
    expect(pick(root, '.bar .turn').textContent).toBe(text);
    expect(root.textContent?.split(text)).toHaveLength(2);
    const findings = session.findings.map((finding) => ({ ...finding, temporary: true }));
    const later = draw(<Verdict {...more} session={{ ...session, findings }} />);
    expect(pick(later, '.turn').textContent).toBe(words.turns.later['web-host']);
    expect(draw(<Verdict {...props(accepted)} />).querySelector('.turn')).toBeNull();
  });

  it('names what comes next once', () => {
    const root = draw(<Verdict {...props(accepted)} defaultOpen />);
    expect(root.textContent?.split(words.whatNext)).toHaveLength(2);
    expect(root.querySelectorAll('.panel .steps li').length).toBeGreaterThan(1);
  });

  it('opens what to do, with steps and the message to send', () => {
    const root = draw(<Verdict {...props(connectionFailed)} />);
    const ask = pick(root, '.disclosure');
    expect(ask.getAttribute('aria-expanded')).toBe('false');
    expect(root.querySelector('.finding')).toBeNull();
    press(ask);
    expect(ask.getAttribute('aria-expanded')).toBe('true');
    const panel = pick(root, '.panel');
    expect(panel.querySelectorAll('.steps li')).toHaveLength(2);
    expect(panel.textContent).toContain(words.messageTo['web-host']);
    expect(pick(panel, '.message').textContent).toContain('my site cannot open connections');
  });

  it('names lines in a row as one', () => {
    const { session, ...more } = props(connectionFailed);
    const [cause] = session.findings;
    if (!cause) throw new Error('no cause');
    const findings = [{ ...cause, lines: [3, 4, 5, 2, 7] }];
    const root = draw(<Verdict {...more} session={{ ...session, findings }} defaultOpen />);
    const links = [...pick(root, '.panel').querySelectorAll<HTMLElement>('.link')];
    expect(links.map(({ textContent }) => textContent)).toEqual(['lines 2 to 5', 'line 7']);
    press(pick(root, '.panel .link'));
    expect(more.onGoTo).toHaveBeenCalledWith(2);
  });

  it('stands open when asked to, remarks closed', () => {
    const own = props(authFailed);
    const root = draw(<Verdict {...own} defaultOpen />);
    const remark = pick(root, '.remark');
    expect(remark.dataset['severity']).toBe('info');
    const [finding] = authFailed.session.findings.slice(1);
    expect(remark.textContent).toContain(finding?.title);
    expect(remark.textContent).not.toContain(finding?.explanation);
    press(pick(remark, '.disclosure'));
    expect(pick(remark, '.disclosure').getAttribute('aria-expanded')).toBe('true');
    expect(remark.textContent).toContain(finding?.explanation);
    press(pick(remark, '.link'));
    expect(own.onGoTo).toHaveBeenCalledWith(finding?.lines[0]);
  });

  it('says whether copying worked', async () => {
    const own = props(accepted);
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const root = draw(<Verdict {...own} />);
    const copy = pick(root, '[data-copy]');
    press(copy);
    await vi.waitFor(() => expect(pick(copy, '[role="status"]').textContent).toBe(words.copied));
    expect(writeText).toHaveBeenCalledExactlyOnceWith(own.session.copy);
    vi.stubGlobal('navigator', {});
    press(copy);
    await vi.waitFor(() => expect(pick(copy, '[role="status"]').textContent).toBe(words.notCopied));
    vi.unstubAllGlobals();
  });

  it('closes, and only where it can', () => {
    const own = props(accepted);
    const root = draw(<Verdict {...own} />);
    press(pick(root, `[aria-label="${words.closeVerdict}"]`));
    expect(own.onClose).toHaveBeenCalledOnce();
    const { onClose: _, onVerbosity: __, ...less } = own;
    draw(<Verdict {...less} />, root);
    expect(root.querySelector(`[aria-label="${words.closeVerdict}"]`)).toBeNull();
    expect(root.querySelector('[role="radiogroup"]')).toBeNull();
  });

  it('switches verbosity by arrow keys, in a circle', () => {
    const own = props(accepted);
    const root = draw(<Verdict {...own} />);
    const brief = pick(root, '[data-verbosity="brief"]');
    expect(brief.tabIndex).toBe(0);
    expect(root.querySelectorAll('[role="radio"][tabindex="0"]')).toHaveLength(1);
    brief.focus();
    expect(key('ArrowRight')).toBe(false);
    expect(own.onVerbosity).toHaveBeenLastCalledWith('full');
    key('ArrowLeft', brief);
    expect(own.onVerbosity).toHaveBeenLastCalledWith('problems');
    key('Home', brief);
    expect(own.onVerbosity).toHaveBeenLastCalledWith('off');
    expect(key('x', brief)).toBe(true);
    draw(<Verdict {...own} verbosity="full" />, root);
    key('ArrowRight', pick(root, '[data-verbosity="full"]'));
    expect(own.onVerbosity).toHaveBeenLastCalledWith('off');
  });

  it('holds the two columns at full only', () => {
    const own = props(accepted);
    const root = draw(<Verdict {...own} />);
    expect(root.querySelector('.session')).toBeNull();
    draw(<Verdict {...own} verbosity="full" />, root);
    expect(root.querySelector('.session')).not.toBeNull();
  });

  it('never makes elements of what a log says', () => {
    for (const verbosity of ['brief', 'full'] as const) {
      const root = draw(<Verdict {...props(longText)} verbosity={verbosity} defaultOpen />);
      expect(root.querySelector('img, script, b')).toBeNull();
      expect(root.textContent).toContain('<img src=x onerror="alert(1)">');
      expect(root.textContent).toContain('<b>Not bold</b>');
    }
  });

  it('has a word, a sentence and an icon of its own for each outcome', () => {
    const shapes = Object.keys(words.outcomes).map((outcome) => {
      const session = { ...accepted.session, outcome: outcome as Outcome };
      const root = draw(<Verdict {...props({ ...accepted, session })} />);
      expect(pick(root, '.sentence').textContent).not.toBe('');
      return pick(root, '.bar-icon svg').innerHTML;
    });
    expect(new Set(shapes).size).toBe(9);
    expect(new Set(Object.values(words.outcomes)).size).toBe(9);
  });

  it('draws a session with next to nothing in it', () => {
    const session = {
      ...accepted.session,
      outcome: 'incomplete' as const,
      entries: [],
      findings: [],
      secrets: [],
      server: null,
    };
    const root = draw(<Verdict {...props({ lines: [], session })} verbosity="full" />);
    expect(pick(root, '[data-outcome]').dataset['entries']).toBe('0');
    expect(root.querySelector('.evidence')).toBeNull();
    expect(root.querySelector('.panel')).toBeNull();
  });
});
