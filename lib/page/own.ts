/** Every element that the extension puts into a page bears a name that begins like this. */
const prefix = 'SMTP-LENS';

/** Whether a node is one of ours. */
export function isOwn(node: Node): boolean {
  return node.nodeType === 1 && node.nodeName.toUpperCase().startsWith(prefix);
}
