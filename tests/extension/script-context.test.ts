import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchLocation } from '../../lib/extension/location.ts';
import { ContentScriptContext } from '../../lib/extension/script-context.ts';

describe('a content script’s context', () => {
  test('ends when the same script is started again, and not by its own start', () => {
    const first = new ContentScriptContext('one');
    const other = new ContentScriptContext('two');
    expect(first.signal.aborted).toBe(false);
    const second = new ContentScriptContext('one');
    expect(first.signal.aborted).toBe(true);
    expect(second.signal.aborted).toBe(false);
    expect(other.signal.aborted).toBe(false);
  });

  test('tells the page nothing', () => {
    const post = vi.spyOn(window, 'postMessage');
    expect(new ContentScriptContext('quiet').signal.aborted).toBe(false);
    expect(post).not.toHaveBeenCalled();
  });
});

describe('watching the address', () => {
  const end = new AbortController();
  afterEach(() => {
    end.abort();
    vi.useRealTimers();
  });

  test('calls back once for each new address, until the signal', () => {
    vi.useFakeTimers();
    const changed = vi.fn();
    watchLocation(changed, end.signal);
    vi.advanceTimersByTime(5000);
    expect(changed).not.toHaveBeenCalled();
    location.hash = '#second';
    vi.advanceTimersByTime(5000);
    expect(changed).toHaveBeenCalledTimes(1);
    end.abort();
    location.hash = '#third';
    vi.advanceTimersByTime(5000);
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
