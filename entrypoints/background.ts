import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import css from '../components/page.css?inline';
import { shapes } from '../components/shapes.ts';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import { forgetTab, outcomesOfTab } from '../lib/extension/frames.ts';
import { offerMenus } from '../lib/extension/menus.ts';
import { Refusal, type Sender, answer } from '../lib/extension/messages.ts';
import { followGrants } from '../lib/extension/own-sites.ts';
import { markToolbar, worstOf } from '../lib/extension/toolbar.ts';
import { MAX_BLOCK } from '../lib/limits.ts';
import { popupWords } from '../lib/locales/en-popup.ts';
import { words } from '../lib/locales/index.ts';
import { show } from '../lib/show.ts';
import type { Outcome } from '../lib/types.ts';
import { programAt } from '../lib/program-at.ts';

// Nothing is kept in here between two messages: the browser may end this script whenever it is idle.
function main(): void {
  offerMenus();
  followGrants();

  answer('background:explain', ({ text }, { url }) => {
    if (text.length > MAX_BLOCK) throw new Refusal('too-long');
    const program = url === undefined ? undefined : programAt(url);
    const analysis = analyze(text);
    return show(explain(analysis, { program }), text, analysis);
  });

  // Most pages of a dashboard hold no log: style, words and icons wait here until one does.
  answer('background:looks', () => ({ css, words, shapes }));

  // One after the other: what is asked last is what holds.
  let marking: Promise<unknown> = Promise.resolve();
  const mark = async (
    { tab, frameId = 0 }: Sender,
    outcomes: readonly Outcome[],
  ): Promise<boolean> => {
    const tabId = tab?.id;
    if (tabId === undefined) return false;
    marking = marking.then(async () => {
      const all = await outcomesOfTab(tabId, frameId, outcomes);
      const worst = worstOf(all);
      const title = worst && popupWords.toolbar(all.length, words.outcomes[worst]);
      await markToolbar(tabId, all, title ?? words.product);
    });
    await marking;
    return true;
  };
  answer('background:logs', ({ outcomes }, sender) => mark(sender, outcomes));
  // The last word of a frame with logs that goes: no answer would find it.
  browser.runtime.onConnect.addListener(({ sender }) => void (sender && mark(sender, [])));
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
}

// A module shares the engine's chunk with our own pages.
export default defineBackground({ type: 'module', main });
