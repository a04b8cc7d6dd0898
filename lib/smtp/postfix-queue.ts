/** What the lines so far tell of a message in the queue. */
export interface QueuedMessage {
  /** Who wrote it; "" for a report. */
  from?: string;
  /** Key of the connection on which it came in, if the log shows that. */
  inbound?: string;
  /** Key of the last attempt to deliver it. */
  attempt?: string;
  /** How many attempts the log shows. */
  attempts: number;
  /** Postfix wrote it itself: a report on another message. */
  isReport?: boolean;
}

/** The messages of a log, by their numbers in the queue. */
export interface Queue {
  of(queueId: string): QueuedMessage;
  /** The message is about to be delivered. */
  wait(queueId: string): void;
  /** An attempt to deliver it begins. */
  begin(queueId: string, attempt: string): void;
  /** The number of the one message that is about to be delivered; undefined if there are more. */
  only(): string | undefined;
}

/** A fresh queue, for one log. */
export function createQueue(): Queue {
  const messages = new Map<string, QueuedMessage>();
  const waiting = new Set<string>();

  const of = (queueId: string): QueuedMessage => {
    const known = messages.get(queueId);
    if (known) return known;
    const message = { attempts: 0 };
    messages.set(queueId, message);
    return message;
  };

  return {
    of,
    wait: (queueId) => void waiting.add(queueId),
    begin(queueId, attempt) {
      const message = of(queueId);
      message.attempts++;
      message.attempt = attempt;
      waiting.delete(queueId);
    },
    only: () => (waiting.size === 1 ? [...waiting][0] : undefined),
  };
}
