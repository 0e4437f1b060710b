// Saves what is being typed: sealed on the node, for its officer alone, a moment after the last key. Without scripts each step is
// saved by its button, and what could not be taken is kept all the same. Passwords and searches carry no copy and are never saved.
const saving = document.getElementById('saving');
const field = (form, name) => form.querySelector(`input[name="${name}"]`);
const states = new Map();
const LEAVING_MOST = 60000; // What a browser still sends when its page is closed.

const tell = (text, link) => {
  saving.replaceChildren(text);
  saving.hidden = text === '';
  if (link) {
    const a = document.createElement('a');
    a.href = link.to;
    a.textContent = link.text;
    saving.append(' ', a);
  }
};

const stateOf = form => {
  if (!states.has(form)) states.set(form, { typed: new Set(), timer: 0, busy: false, dirty: false, left: false });
  return states.get(form);
};

const bodyOf = (form, state) => {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  form.querySelectorAll('input[type=password]').forEach(secret => body.delete(secret.name));
  body.set('_path', form.getAttribute('action'));
  body.set('_typed', [...state.typed].join(','));
  return body;
};

const save = async (form, leaving = false) => {
  const state = stateOf(form);
  // On leaving nothing waits for its turn: at worst both texts are kept.
  if (state.left || !state.dirty || (state.busy && !leaving)) return;
  state.busy = true;
  state.dirty = false;
  try {
    const body = bodyOf(form, state);
    const answer = await fetch(saving.dataset.to, { method: 'POST', body, keepalive: body.toString().length < LEAVING_MOST });
    if (answer.status === 403 || answer.redirected) {
      state.dirty = true;
      tell(saving.dataset.ended, { to: location.pathname + location.search, text: saving.dataset.signIn });
    } else {
      const said = await answer.json();
      if (said.writing) {
        field(form, '_writing').value = said.writing;
        field(form, '_version').value = said.version;
      }
      if (said.said) tell(said.said, said.both ? { to: said.both, text: saving.dataset.both } : null);
      else tell(saving.dataset.saved.replace('%', new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })));
    }
  } catch {
    state.dirty = true;
    if (!state.left) tell(saving.dataset.failed);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => save(form), 5000);
  } finally {
    state.busy = false;
  }
  if (state.dirty && !leaving) {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => save(form), 2000);
  }
};

if (saving) {
  document.addEventListener('input', event => {
    const form = event.target.form;
    if (!form || !field(form, '_writing') || event.target.type === 'password') return;
    const state = stateOf(form);
    if (/^(text|search|date|number|datetime-local|textarea)$/.test(event.target.type)) state.typed.add(event.target.name);
    if (state.typed.size === 0) return;
    state.dirty = true;
    clearTimeout(state.timer);
    state.timer = setTimeout(() => save(form), 2000);
  });
  document.addEventListener('submit', event => {
    const state = states.get(event.target);
    if (!state || event.defaultPrevented) return;
    state.left = true;
    clearTimeout(state.timer);
  });
  const flush = () => states.forEach((state, form) => save(form, true));
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') flush(); });
  window.addEventListener('pagehide', flush);
  window.addEventListener('pageshow', event => { if (event.persisted) states.forEach(state => { state.left = false; }); });
  window.addEventListener('beforeunload', event => {
    const lost = saving.textContent === saving.dataset.failed && [...states.values()].some(state => state.dirty && !state.left);
    if (lost) event.preventDefault();
  });
}

// What was typed before is put back into its form, unless the draft was changed since or two texts wait for the same form.
const same = (one, other) => one.getAttribute('action') === other.getAttribute('action')
  && (field(one, 'kind')?.value ?? '') === (field(other, 'kind')?.value ?? '');
const given = [...document.querySelectorAll('[data-given-back]')].map(box => ({ box, from: document.getElementById(box.dataset.givenBack) }));
given.forEach(({ box, from }) => {
  const to = [...document.querySelectorAll('form[method=post]')].find(form => !form.closest('[data-given-back]') && same(form, from));
  if (!to || given.filter(each => same(each.from, from)).length > 1) return;
  const seen = field(from, 'seen')?.value ?? '';
  const show = kind => box.querySelectorAll('[role=status]').forEach(line => { line.hidden = !(kind in line.dataset); });
  if (seen && seen !== (field(to, 'seen')?.value ?? '')) {
    box.querySelector('details').open = true;
    show('changed');
    return;
  }
  const texts = new FormData(from);
  [...to.elements].forEach(element => {
    if (!element.name || element.name.startsWith('_csrf') || element.type === 'file' || element.type === 'password') return;
    if (element.type === 'checkbox' || element.type === 'radio') element.checked = texts.getAll(element.name).includes(element.value);
    else if (texts.has(element.name) && element.tagName !== 'BUTTON') element.value = texts.get(element.name);
  });
  for (let part = to.parentElement; part; part = part.parentElement) if (part.tagName === 'DETAILS') part.open = true;
  stateOf(to).typed.add('_given');
  show('filled');
  to.dispatchEvent(new Event('filled', { bubbles: true }));
});

// "May I?" is answered beside the field that decides while one chooses. Without scripts its button does it; nothing is kept by asking.
document.querySelectorAll('form[data-asks]').forEach(form => {
  const place = document.getElementById(form.dataset.asks);
  place?.classList.add('awaited'); // Has room before the answer comes: no button moves away under a pointer.
  let turn = 0;
  const ask = async () => {
    const mine = ++turn;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.set('step', 'ask');
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body }).catch(() => null);
    if (!answer || !answer.ok || answer.redirected || mine !== turn) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(form.dataset.asks);
    if (fresh && place) place.replaceChildren(...fresh.childNodes);
  };
  form.addEventListener('change', event => { if ('decides' in event.target.dataset) ask(); });
  form.addEventListener('submit', event => {
    if (event.submitter?.value === 'ask' && place) {
      event.preventDefault();
      ask();
    }
  });
});
