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
}

/** A fresh queue, for one log. */
export function createQueue(): Queue {
  const messages = new Map<string, QueuedMessage>();
  return {
    of(queueId) {
      const known = messages.get(queueId);
      if (known) return known;
      const message = { attempts: 0 };
      messages.set(queueId, message);
      return message;
    },
  };
}
