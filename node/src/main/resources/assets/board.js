// The board on the wall of a post: rings, keeps the screen awake, and says when it cannot be relied on. It shows counts and references.
import { arm, armed, ring, state, whenChanged } from './sound.js';

const BLIND_AFTER = 30000;
const SAY_EVERY = 20000;
const AGAIN = 5000;
const MOST = 5;
const wall = document.body;
const part = css => wall.querySelector(css);
const page = [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(16).padStart(2, '0')).join('');
let last = null;
let lastAt = Date.now();
let stream = null;
let shown = '';

const text = (tag, words, css) => {
  const element = document.createElement(tag);
  element.textContent = words;
  if (css) element.className = css;
  return element;
};

const stand = () => {
  const blind = Date.now() - lastAt > BLIND_AFTER;
  wall.dataset.sound = state();
  const sign = part('.blind');
  if (sign.hidden === blind) {
    sign.textContent = last ? wall.dataset.blind.replace('%', last.at) : wall.dataset.never;
    sign.hidden = !blind;
  }
  part('.sound').textContent = armed() ? wall.dataset.armed : wall.dataset.mute;
  part('.sound').classList.toggle('sign', !armed());
  part('.calm').hidden = blind || !last || last.rings.length > 0;
  part('.deaf').hidden = blind || !last || last.armed || armed();
  part('.unwell').hidden = blind || !last || last.well;
  part('.watch').hidden = blind || !last;
  part('.hour').textContent = blind || !last ? '' : last.at;
  if (blind) wall.querySelectorAll('[data-count]').forEach(count => { count.textContent = '–'; }); // What was counted then is not known to hold now.
};

const show = () => {
  const now = JSON.stringify(last.rings);
  if (now !== shown) {
    shown = now;
    part('.rings').replaceChildren(...last.rings.slice(0, MOST).map(line => {
      const box = text('div', '', 'ring');
      box.append(text('strong', `▲ ${line.kind}`), text('bdi', [line.about, line.detail].filter(Boolean).join(' · ')), text('small', line.next));
      return box;
    }));
    if (last.rings.length > MOST) part('.rings').append(text('p', `+ ${last.rings.length - MOST}`));
  }
  wall.querySelectorAll('[data-count]').forEach(count => {
    const value = count.dataset.count === 'rings' ? last.rings.length : last[count.dataset.count];
    count.textContent = value;
    count.classList.toggle('some', value > 0 && count.dataset.count !== 'held');
  });
  part('.silent').replaceChildren(...last.silent.slice(0, MOST).map(words => text('p', `▲ ${words}`, 'sign')));
  if (last.silent.length > MOST) part('.silent').append(text('p', `▲ + ${last.silent.length - MOST}`, 'sign'));
  const watch = part('.watch');
  const [until, long] = last.watched ? [wall.dataset.watched, wall.dataset.watchedLong] : [wall.dataset.gap, wall.dataset.gapLong];
  watch.textContent = last.until ? until.replace('%', last.until) : long;
  watch.classList.toggle('sign', !last.watched);
};

const listen = () => {
  if (stream && stream.readyState !== EventSource.CLOSED) return;
  stream = new EventSource(wall.dataset.stream);
  stream.onmessage = event => {
    last = JSON.parse(event.data);
    lastAt = Date.now();
    show();
    stand();
  };
};

// Where the node answers that this board is nobody's any more, the page that asks for a token comes; where it does not answer, the board stays.
const say = async () => {
  const body = new URLSearchParams({ page, armed: armed(), visible: document.visibilityState === 'visible', _csrf: wall.dataset.token });
  const answer = await fetch(wall.dataset.page, { method: 'POST', body }).catch(() => null);
  if (answer?.status === 401 || answer?.status === 403) location.reload();
};

// The screen of a board does not sleep, where the browser lets it ask for that.
const wake = () => { if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => null); };

whenChanged(() => { stand(); say(); });
part('.sound').addEventListener('click', arm);
document.addEventListener('visibilitychange', () => { wake(); say(); });
setInterval(() => { listen(); stand(); }, AGAIN);
setInterval(say, SAY_EVERY);
setInterval(() => { if (last?.rings.length > 0 && armed() && Date.now() - lastAt <= BLIND_AFTER) ring(); }, 2000);
listen();
stand();
say();
wake();
