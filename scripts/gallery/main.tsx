/**
 * The components on pages as they occur: each in a closed shadow root with the style sheet as
 * text. The address chooses: `?scene=page|open|full|popup|icons&theme=light|dark&ground=white&log=accepted`.
 */
import { render, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Badge } from '../../components/Badge.tsx';
import ownCss from '../../components/lens.css?inline';
import pageCss from '../../components/page.css?inline';
import { LogInput } from '../../components/LogInput.tsx';
import { SessionView } from '../../components/SessionView.tsx';
import { Choice } from '../../components/Choice.tsx';
import { SiteSwitch } from '../../components/SiteSwitch.tsx';
import { Verdict } from '../../components/Verdict.tsx';
import { VerbositySwitch } from '../../components/VerbositySwitch.tsx';
import { OutcomeIcon, SeverityIcon } from '../../components/icons.tsx';
import { words } from '../../lib/locales/index.ts';
import type { Outcome, Verbosity } from '../../lib/types.ts';
import { fixtures } from '../../tests/components/fixtures.ts';
import type { Fixture } from '../../tests/components/fixtures/fixture.ts';
import { shown } from '../../tests/components/shown.ts';

const outcomes = Object.keys(words.outcomes) as Outcome[];
const query = new URLSearchParams(location.search);
const scene = query.get('scene') ?? 'page';
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const ground = query.get('ground') ?? (theme === 'dark' ? '#111' : '#fff');
const chosen = query.get('log');
const logs = Object.entries(fixtures).filter(([name]) => !chosen || name === chosen);

document.documentElement.style.colorScheme = theme;
document.body.style.cssText = `margin:16px;background:${ground};color:${theme === 'dark' ? '#ddd' : '#222'};font:14px sans-serif`;

/** As the page layer does it: a closed root, everything initial, the style sheet as text. */
function host(parent: Node, view: JSX.Element, display = 'block'): void {
  const element = document.createElement('smtp-lens');
  parent.appendChild(element);
  // Open here, so that the pictures' script can press what it shows.
  const root = element.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = `:host{all:initial;display:${display}${display === 'block' ? '' : ';margin-inline-start:8px;max-width:100%'}}${scene === 'popup' ? ownCss : pageCss}`;
  const mount = document.createElement('div');
  mount.style.display = 'contents';
  root.append(style, mount);
  render(view, mount);
}

function Page({ fixture }: { fixture: Fixture }) {
  const [verbosity, setVerbosity] = useState<Verbosity>(scene === 'full' ? 'full' : 'brief');
  return (
    <Verdict
      {...shown(fixture)}
      verbosity={verbosity}
      onVerbosity={setVerbosity}
      onGoTo={(line) => console.log('go to', line)}
      onClose={() => console.log('close')}
      defaultOpen={scene === 'open'}
      theme={theme}
    />
  );
}

function Popup() {
  const fixture = fixtures[(chosen ?? 'authFailed') as keyof typeof fixtures];
  const [verbosity, setVerbosity] = useState<Verbosity>(
    (query.get('verbosity') ?? 'brief') as Verbosity,
  );
  const [on, setOn] = useState(true);
  const [text, setText] = useState(query.has('empty') ? '' : fixture.lines.join('\n'));
  return (
    <div class="lens" data-theme={theme} style="display:grid;gap:12px">
      <SiteSwitch host="shop.example.org" on={on} onChange={setOn} />
      <Choice on={on} onChange={setOn}>
        Always on this site
      </Choice>
      <Choice on disabled onChange={setOn}>
        Disabled
      </Choice>
      <VerbositySwitch value={verbosity} onChange={setVerbosity} />
      <LogInput
        value={text}
        onInput={setText}
        {...(query.has('empty') ? { error: 'This does not look like a mail log.' } : {})}
      />
      <Verdict
        {...shown(fixture)}
        verbosity={verbosity === 'full' ? 'brief' : verbosity}
        onGoTo={(line) => console.log('go to', line)}
        compact
        theme={theme}
      />
      <SessionView
        {...shown(fixture)}
        verbosity={verbosity}
        onGoTo={(line) => console.log('go to', line)}
        theme={theme}
      />
    </div>
  );
}

function Icons() {
  return (
    <div
      class="lens"
      data-theme={theme}
      style="display:grid;gap:12px;grid-template-columns:repeat(3,1fr)"
    >
      {outcomes.map((outcome) => (
        <span key={outcome} style="display:flex;gap:8px;align-items:center">
          <OutcomeIcon outcome={outcome} /> {words.outcomes[outcome]}
        </span>
      ))}
      {(['ok', 'info', 'warning', 'error'] as const).map((severity) => (
        <span key={severity} style="display:flex;gap:8px;align-items:center">
          <SeverityIcon severity={severity} /> {severity}
        </span>
      ))}
    </div>
  );
}

if (scene === 'icons') {
  host(document.body, <Icons />);
} else if (scene === 'popup') {
  host(document.body, <Popup />);
} else {
  for (const [name, fixture] of logs) {
    const { lines } = fixture;
    const { session, glossary } = shown(fixture);
    const title = document.createElement('h2');
    title.textContent = name;
    document.body.append(title);
    host(document.body, <Page fixture={fixture} />);
    const pre = document.createElement('pre');
    pre.style.cssText =
      'font:12px/1.5 monospace;white-space:pre-wrap;overflow-wrap:anywhere;margin:12px 0 32px';
    lines.forEach((text, i) => {
      pre.append(text);
      const entry = session.entries[i];
      if (entry && scene === 'page') {
        host(
          pre,
          <Badge entry={entry} line={i + 1} glossary={glossary} theme={theme} />,
          'inline-block',
        );
      }
      pre.append('\n');
    });
    document.body.append(pre);
  }
}
