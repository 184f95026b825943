import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccessKeeper, type Grant } from './access-keeper';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers each renewal with the next of the given results, after a moment. */
function server(...answers: (Grant | null | Error)[]) {
  let calls = 0;
  const ask = async () => {
    const answer = answers[calls++];
    await new Promise((done) => setTimeout(done, 50));
    if (answer instanceof Error) throw answer;
    return answer ?? null;
  };
  return { keeper: new AccessKeeper(ask), calls: () => calls };
}

const grant = (accessToken: string, expiresIn = 600): Grant => ({ accessToken, expiresIn });

describe('keeping access', () => {
  it('sends one renewal however many ask at once', async () => {
    const { keeper, calls } = server(grant('a'));
    const all = Promise.all([keeper.renew(), keeper.renew(), keeper.fresh()]);
    await vi.advanceTimersByTimeAsync(60);
    expect(await all).toEqual(['a', 'a', 'a']);
    expect(calls()).toBe(1);
  });

  it('asks again after the last renewal has ended', async () => {
    const { keeper, calls } = server(grant('a'), grant('b'));
    const first = keeper.renew();
    await vi.advanceTimersByTimeAsync(60);
    await first;
    const second = keeper.renew();
    await vi.advanceTimersByTimeAsync(60);
    expect(await second).toBe('b');
    expect(calls()).toBe(2);
  });

  it('renews by itself a minute before the end', async () => {
    const { keeper, calls } = server(grant('b'));
    keeper.accept(grant('a', 600));
    await vi.advanceTimersByTimeAsync(539_000);
    expect(calls()).toBe(0);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(keeper.token()).toBe('b');
  });

  it('tells its listeners when the session is over', async () => {
    const { keeper } = server(null);
    keeper.accept(grant('a'));
    const heard: (string | null)[] = [];
    keeper.onChange((t) => heard.push(t));
    const renewal = keeper.renew();
    await vi.advanceTimersByTimeAsync(60);
    expect(await renewal).toBeNull();
    expect(heard).toEqual([null]);
  });

  it('keeps the session when the server cannot be reached, and tries again', async () => {
    const { keeper, calls } = server(new Error('no route'), grant('b'));
    keeper.accept(grant('a', 600));
    await vi.advanceTimersByTimeAsync(540_100);
    expect(keeper.token()).toBe('a');
    await vi.advanceTimersByTimeAsync(5_100);
    expect(keeper.token()).toBe('b');
    expect(calls()).toBe(2);
  });

  it('gives a handshake no token that is about to end', async () => {
    const { keeper } = server(grant('b'));
    keeper.accept(grant('a', 10));
    const fresh = keeper.fresh();
    await vi.advanceTimersByTimeAsync(60);
    expect(await fresh).toBe('b');
  });
});
