import type { CDPSession } from 'playwright-core';
import { collectAnnotations } from './collect-annotations.ts';
import type { Annotations, PageNode } from './collect-annotations.ts';

/** The part of the protocol's DOM.Node that is read here. */
interface ProtocolNode {
  backendNodeId: number;
  nodeType: number;
  localName: string;
  nodeValue: string;
  /** Names and values in turn. */
  attributes?: string[];
  children?: ProtocolNode[];
  shadowRoots?: ProtocolNode[];
  /** Of a frame that is drawn by the same process. */
  contentDocument?: ProtocolNode;
}

/** Reads SMTP Lens's annotations off a page in Chromium, whose debugging protocol sees closed shadow roots. */
export async function readAnnotations(cdp: CDPSession): Promise<Annotations> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  return collectAnnotations(toPageNode(root));
}

function toPageNode(node: ProtocolNode): PageNode {
  const attributes = new Map<string, string>();
  const words = node.attributes ?? [];
  for (let at = 0; at < words.length; at += 2) attributes.set(words[at] ?? '', words[at + 1] ?? '');
  return {
    id: String(node.backendNodeId),
    nodeType: node.nodeType,
    localName: node.localName,
    text: node.nodeType === 3 ? node.nodeValue : '',
    attributes,
    children: [
      ...(node.children ?? []),
      ...(node.contentDocument ? [node.contentDocument] : []),
    ].map(toPageNode),
    shadowRoots: (node.shadowRoots ?? []).map(toPageNode),
  };
}
