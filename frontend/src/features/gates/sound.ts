const BEEPS = 3;
const HERTZ = 880;
const SECONDS = 0.14;
const GAP = 0.22;
const LOUDNESS = 0.12;

let context: AudioContext | null = null;

/** Three short tones. A browser in which nothing was clicked yet stays silent; the warning is seen all the same. */
export function sound(): void {
  context ??= new AudioContext();
  void context.resume();
  for (let i = 0; i < BEEPS; i++) {
    const from = context.currentTime + i * GAP;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = HERTZ;
    volume.gain.setValueAtTime(LOUDNESS, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + SECONDS);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + SECONDS);
  }
}
