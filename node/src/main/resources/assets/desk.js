// The search field by its key, and the arrows through what it found. Without scripts, Tab does both.
const find = document.getElementById('find');
const typing = element => element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
document.addEventListener('keydown', event => {
  if (find && event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(document.activeElement)) {
    event.preventDefault();
    find.focus();
    find.select();
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
