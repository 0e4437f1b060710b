// Alarms of the post on every page of its officers: a banner with the next step, a note of the desktop, and sound. Says what it is able
// to: whether it would be heard, and since when it heard nothing. Without scripts the page "Duty" shows the same, and nothing rings.
import { hear, say } from './hear.js';

const BLIND_AFTER = 30000;
const post = document.getElementById('post');
const rings = post.querySelector('.rings');
const standing = post.querySelector('.standing');
const button = post.querySelector('.arm');
const notes = new Map();
const rung = new Set();
let sound = null;
let last = null;
let lastAt = 0;
let loud = false;
let shown = '';

const text = (tag, words, css) => {
  const element = document.createElement(tag);
  element.textContent = words;
  if (css) element.className = css;
  return element;
};

const acknowledge = async (line, pressed) => {
  pressed.disabled = true;
  const body = new URLSearchParams({ _csrf: post.dataset.token });
  const answer = await fetch(`/duty/alarms/${line.id}/acknowledgement`, { method: 'POST', body }).catch(() => null);
  if (!answer?.ok) location.assign('/duty');
  else pressed.closest('.ring').remove();
};

const ringLine = line => {
  const box = text('div', '', 'ring');
  const words = document.createElement('p');
  words.append(text('strong', `▲ ${line.kind}`), ' ');
  const about = [line.about, line.detail].filter(Boolean).join(' · ');
  if (about) words.append(text('bdi', about), ' ');
  words.append(text('small', line.next));
  const press = text('button', post.dataset.acknowledge);
  press.type = 'button';
  press.addEventListener('click', () => acknowledge(line, press));
  const more = text('a', post.dataset.more);
  more.href = '/duty';
  const acts = text('div', '', 'acts');
  acts.append(press, more);
  box.append(words, acts);
  return box;
};

const armed = () => sound?.armed() ?? false;

const stand = () => {
  const blind = last !== null && Date.now() - lastAt > BLIND_AFTER;
  const here = last !== null && (last.watch || last.rings.length > 0 || location.pathname.startsWith('/duty'));
  post.hidden = !here && !blind;
  post.dataset.sound = sound?.state() ?? 'none';
  post.classList.toggle('blind', blind);
  standing.textContent = blind ? post.dataset.blind.replace('%', last.at) : armed() ? post.dataset.armed : post.dataset.mute;
  button.hidden = armed() || blind;
};

const note = line => {
  if (!('Notification' in window) || Notification.permission !== 'granted' || notes.has(line.id)) return;
  const shows = new Notification(line.kind, { tag: `alarm-${line.id}`, requireInteraction: true, body: [line.about, line.detail].filter(Boolean).join(' · ') });
  shows.onclick = () => { window.focus(); location.assign('/duty'); };
  notes.set(line.id, shows);
};

const calls = () => last?.rings.filter(line => line.calls.length > 0) ?? [];

// The page of the post shows what rings, so it follows; it is not loaded anew, because that would make it mute. Nobody did anything for it.
const follow = async () => {
  if (location.pathname !== '/duty') return;
  const answer = await fetch('/duty', { headers: { 'Entente-By-Itself': 'yes' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('main');
  if (fresh) document.getElementById('main').replaceChildren(...fresh.childNodes);
};

const show = () => {
  const now = JSON.stringify(last.rings.map(({ calls: _, ...line }) => line));
  if (now !== shown) {
    if (shown !== '' || last.rings.length > 0) follow();
    shown = now;
    rings.replaceChildren(...last.rings.slice(0, 3).map(ringLine));
  }
  const ringing = new Set(last.rings.map(line => line.id));
  notes.forEach((each, id) => { if (!ringing.has(id)) { each.close(); notes.delete(id); } });
  if (loud) calls().forEach(note);
};

const tick = () => {
  if (!loud || !armed() || calls().length === 0) return;
  sound.ring();
  const attempts = calls().flatMap(line => line.calls);
  if (attempts.some(id => !rung.has(id))) {
    rung.clear();
    attempts.forEach(id => rung.add(id));
    say({ rang: attempts });
  }
};

const stands = () => say({ armed: armed(), visible: document.visibilityState === 'visible', to: post.dataset.page, token: post.dataset.token });

// Sound is loaded where there is a post to listen to: other pages need no permission for it.
const begin = async () => {
  if (sound) return;
  sound = await import('./sound.js');
  const changed = () => { stand(); stands(); };
  sound.whenChanged(changed);
  document.addEventListener('visibilitychange', changed);
  window.addEventListener('asked', changed);
  window.addEventListener('tick', tick);
  button.addEventListener('click', () => {
    sound.arm();
    if ('Notification' in window && Notification.permission === 'default') Notification.requestPermission();
  });
  changed();
};

hear(post.dataset.stream, (words, loudest) => {
  last = JSON.parse(words);
  lastAt = Date.now();
  loud = loudest;
  begin().then(() => { show(); stand(); if (loud) tick(); });
});
setInterval(stand, 5000);
