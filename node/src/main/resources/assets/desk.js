// The search field by its key, the arrows through what it found, and two keys through a work list.
// Without scripts, Tab does all of it.
import { hear } from './hear.js';

const find = document.getElementById('find');
const typing = element => element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
// A single key can be turned off by who dictates or strikes keys by chance (WCAG 2.2, 2.1.4).
const keys = () => localStorage.getItem('keys') !== 'off';
const choice = document.querySelector('[data-keys]');
if (choice) {
  choice.closest('[hidden]').hidden = false;
  choice.checked = keys();
  choice.addEventListener('change', () => localStorage.setItem('keys', choice.checked ? 'on' : 'off'));
}
document.querySelectorAll('.find kbd, .keys').forEach(hint => { hint.hidden = !keys(); });
document.addEventListener('keydown', event => {
  if (find && keys() && event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(document.activeElement)) {
    event.preventDefault();
    find.focus();
    find.select();
    return;
  }
  const line = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
  const lines = [...document.querySelectorAll('table.work tbody .about a')];
  if (line !== 0 && lines.length > 0 && keys() && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(document.activeElement)) {
    event.preventDefault();
    lines[Math.max(0, Math.min(lines.indexOf(document.activeElement) + line, lines.length - 1))].focus();
    return;
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const links = [...document.querySelectorAll('.results a')];
  const at = links.indexOf(document.activeElement);
  if (step === 0 || links.length === 0 || (at < 0 && document.activeElement !== find)) return;
  event.preventDefault();
  const next = at + step;
  (next < 0 ? find : links[Math.min(next, links.length - 1)]).focus();
});

// News: counts and nothing else. What is being typed stays as it is; without scripts the counts are those of the page.
const news = document.querySelector('[data-news]');
if (news) {
  const title = document.title.replace(/^\(\d+\) /, '');
  hear(news.dataset.news, words => {
    const counts = JSON.parse(words);
    news.textContent = counts.unread;
    news.hidden = counts.unread === 0;
    news.setAttribute('aria-label', news.getAttribute('aria-label').replace(/\d+/, counts.unread));
    document.title = counts.unread > 0 ? `(${counts.unread}) ${title}` : title;
    document.querySelectorAll('[data-count]').forEach(each => { each.textContent = counts[each.dataset.count]; });
  });
}

// A file may be chosen instead of pasting what it says; without scripts one pastes.
document.querySelectorAll('input[type=file][data-into]').forEach(chosen => {
  chosen.parentElement.hidden = false;
  chosen.addEventListener('change', async () => {
    const file = chosen.files[0];
    if (!file || file.size > 1024 * 1024) return;
    const field = document.getElementById(chosen.dataset.into);
    field.value = await file.text();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
});
