/** A node of a page with its closed shadow roots, as a debugging protocol tells of it. */
export interface PageNode {
  /** What the protocol calls the node by. */
  id: string;
  /** 1 for elements, 3 for text. */
  nodeType: number;
  /** Empty for all but elements. */
  localName: string;
  /** The words of a text node. */
  text: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly PageNode[];
  shadowRoots: readonly PageNode[];
}

/** What SMTP Lens has put into a page. */
export interface Annotations {
  verdicts: readonly VerdictSeen[];
  badges: readonly BadgeSeen[];
  /** The words of every explanation that stands open. */
  dialogs: readonly string[];
  /** The terms that can be looked up in what shows. */
  terms: readonly TermSeen[];
  /** Names of our elements in the page, with those that hold nothing yet. */
  hosts: readonly string[];
}

export interface VerdictSeen {
  id: string;
  outcome: string;
  cause: string;
  entries: number;
  /** All its words, buttons included. */
  text: string;
  /** The verdict in one sentence. */
  sentence: string;
}

export interface BadgeSeen {
  id: string;
  line: number;
  severity: string;
  /** What the badge says. */
  text: string;
  expanded: boolean;
  /** The page's own words in front of it, on the same line. */
  beside: string;
}

export interface TermSeen {
  id: string;
  text: string;
  /** Its meaning shows. */
  expanded: boolean;
}

/** Reads all verdicts and badges off a page, in document order. */
export function collectAnnotations(root: PageNode): Annotations {
  const verdicts: VerdictSeen[] = [];
  const badges: BadgeSeen[] = [];
  const dialogs: string[] = [];
  const terms: TermSeen[] = [];
  const hosts: string[] = [];
  let line = '';

  const visitHost = (host: PageNode): void => {
    hosts.push(host.localName);
    dialogs.push(...findAll(host, 'role', 'dialog').map(readText));
    for (const element of findAll(host, 'class', 'term')) {
      terms.push({
        id: element.id,
        text: readText(element),
        expanded: element.attributes.get('aria-expanded') === 'true',
      });
    }
    if (host.localName === 'smtp-lens-verdict') {
      for (const element of findAll(host, 'data-outcome')) {
        verdicts.push({
          id: element.id,
          outcome: element.attributes.get('data-outcome') ?? '',
          cause: element.attributes.get('data-cause') ?? '',
          entries: Number(element.attributes.get('data-entries')),
          text: readText(element),
          sentence: findAll(element, 'class', 'sentence').map(readText).join(' '),
        });
      }
      return;
    }
    // The panel for a marked text: its rows are no badges.
    if (host.localName === 'smtp-lens-reading') return;
    for (const element of findAll(host, 'data-line')) {
      badges.push({
        id: element.id,
        line: Number(element.attributes.get('data-line')),
        severity: element.attributes.get('data-severity') ?? '',
        text: readText(element),
        expanded: element.attributes.get('aria-expanded') === 'true',
        beside: line.trim(),
      });
    }
  };
  const visit = (node: PageNode): void => {
    if (node.localName.startsWith('smtp-lens')) {
      visitHost(node);
      return;
    }
    if (breaking.has(node.localName)) line = '';
    if (node.nodeType === 3) line = (line + node.text).split('\n').at(-1) ?? '';
    for (const child of node.children) visit(child);
  };
  visit(root);
  return { verdicts, badges, dialogs, terms, hosts };
}

/** Elements at which a new line of the page's text begins, as far as the lab's pages have them. */
const breaking = new Set(['br', 'div', 'p', 'pre', 'li', 'tr', 'textarea', 'main', 'body']);

/** Elements inside a host that carry the attribute (with this value); the outermost ones only. */
function findAll(node: PageNode, name: string, value?: string): PageNode[] {
  return [...node.shadowRoots, ...node.children].flatMap((child) => {
    const found = child.attributes.get(name);
    return found !== undefined && (value === undefined || found === value)
      ? [child]
      : findAll(child, name, value);
  });
}

function readText(node: PageNode): string {
  if (node.nodeType === 3) return node.text;
  if (node.localName === 'style' || node.localName === 'svg') return '';
  return node.children.map(readText).join(' ').replaceAll(/\s+/g, ' ').trim();
}
