import { beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../src/locale/en.js';
import { dataEnglish } from '../../src/locale/en/data.js';
import type * as Loading from '../../src/locale/load-messages.js';

const fetchDanish = vi.fn<() => Promise<unknown>>();
vi.mock('../../src/locale/languages.js', () => ({ languages: { da: fetchDanish } }));

describe('loadMessages', () => {
  let loading: typeof Loading;
  const danish = { ...en, lang: 'da' };

  beforeEach(async () => {
    vi.resetModules();
    fetchDanish.mockReset();
    loading = await import('../../src/locale/load-messages.js');
  });

  it('has English at hand, also for languages that there are no words for', async () => {
    expect(loading.messagesAtHand('en-GB')?.lang).toBe('en');
    expect(loading.messagesAtHand('de')?.lang).toBe('en');
    expect((await loading.loadMessages(undefined)).lang).toBe('en');
    expect(fetchDanish).not.toHaveBeenCalled();
  });

  it('fetches a language once, however many ask at the same time or later', async () => {
    fetchDanish.mockResolvedValue(danish);
    expect(loading.messagesAtHand('da')).toBeUndefined();
    const answers = await Promise.all([loading.loadMessages('da'), loading.loadMessages('da-DK')]);
    expect(answers).toEqual([danish, danish]);
    expect(await loading.loadMessages('da')).toBe(danish);
    expect(loading.messagesAtHand('da')).toBe(danish);
    expect(fetchDanish).toHaveBeenCalledTimes(1);
  });

  it('speaks English where a language does not come, tells why, and tries again the next time', async () => {
    const cause = new Error('offline');
    fetchDanish.mockRejectedValueOnce(cause).mockResolvedValueOnce(danish);
    const onFailure = vi.fn();
    expect((await loading.loadMessages('da', onFailure)).lang).toBe('en');
    expect(onFailure).toHaveBeenCalledExactlyOnceWith('da', cause);
    expect(loading.messagesAtHand('da')).toBeUndefined();
    expect(await loading.loadMessages('da', onFailure)).toBe(danish);
    expect(onFailure).toHaveBeenCalledTimes(1);
  });

  it('has what English says of data once the engine has brought it, also in place of a language that does not come', async () => {
    expect(loading.messagesAtHand('en')?.measures['orders']).toBeUndefined();
    loading.completeEnglish(dataEnglish);
    const english = loading.messagesAtHand('en');
    expect(english?.measures['orders']).toBe('Orders');
    expect(english?.ui.stale).toBe('Could not be updated. The figures are from {time}.');
    expect(english?.ui.loading).toBe('Loading…');
    // Every engine brings the same: what widgets have worded with it stays.
    loading.completeEnglish(dataEnglish);
    expect(loading.messagesAtHand('en')).toBe(english);
    fetchDanish.mockRejectedValueOnce(new Error('offline'));
    expect(await loading.loadMessages('da')).toBe(english);
  });
});
