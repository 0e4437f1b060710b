// Sound by Web Audio: the only kind of which a page can know whether it would be heard. A fresh page is mute until somebody clicked or
// struck a key in it; a link from one page of the node to the next keeps it armed.
const context = new AudioContext();
const LOUD = 0.4;

export const armed = () => context.state === 'running';

export const state = () => context.state;

export const arm = () => context.resume().catch(() => null);

export const whenChanged = act => context.addEventListener('statechange', act);

/** Two tones, twice, for a bit more than a second. */
export const ring = () => {
  const begin = context.currentTime;
  [880, 660, 880, 660].forEach((hertz, turn) => {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const at = begin + turn * 0.3;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUD, at + 0.02);
    volume.gain.setValueAtTime(LOUD, at + 0.24);
    volume.gain.linearRampToValueAtTime(0, at + 0.28);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.3);
  });
};

for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, () => { if (!armed()) arm(); });
