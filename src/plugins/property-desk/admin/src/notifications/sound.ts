let context: AudioContext | null = null;

/** Two short tones, the second higher: heard across a room, gone before it annoys. */
const TONES = [
  { hertz: 660, from: 0 },
  { hertz: 880, from: 0.18 },
];
const SECONDS = 0.16;
const LOUDNESS = 0.18;

/** Sounds once. A browser that has not been touched yet stays silent; nothing breaks over it. */
export async function ring(): Promise<void> {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') await context.resume();
    const begins = context.currentTime;
    for (const { hertz, from } of TONES) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(LOUDNESS, begins + from);
      volume.gain.exponentialRampToValueAtTime(0.001, begins + from + SECONDS);
      tone.connect(volume).connect(context.destination);
      tone.start(begins + from);
      tone.stop(begins + from + SECONDS);
    }
  } catch {
    // No loudspeaker, or none that may be used.
  }
}
