/**
 * Many reasons to fetch the same thing again become few fetches: the first waits a moment for its companions,
 * later ones wait until the last fetch is long enough ago. What happens in between is covered by the next.
 */
export class Bursts {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly firedAt = new Map<string, number>();

  constructor(
    private readonly fire: (key: string) => void,
    private readonly momentMs = 150,
    private readonly gapMs = 2_500,
    private readonly now: () => number = () => performance.now(),
  ) {}

  touch(key: string): void {
    if (this.waiting.has(key)) return;
    const since = this.now() - (this.firedAt.get(key) ?? Number.NEGATIVE_INFINITY);
    this.waiting.set(
      key,
      setTimeout(
        () => {
          this.waiting.delete(key);
          this.firedAt.set(key, this.now());
          this.fire(key);
        },
        Math.max(this.momentMs, this.gapMs - since),
      ),
    );
  }

  stop(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }
}
