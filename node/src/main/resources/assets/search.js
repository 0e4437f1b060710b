// Searches while somebody types. Without scripts the button does it. What is asked travels in the body, never in the address.
document.querySelectorAll('form[data-search]').forEach(form => {
  const found = document.getElementById('found');
  let waiting = 0;
  let asked = 0;
  const search = async () => {
    if (form.querySelector('#name').value.trim().length < 3) return;
    const turn = ++asked;
    const body = new URLSearchParams(new FormData(form));
    body.set('typing', 'true');
    const answer = await fetch(form.action, { method: 'POST', body });
    if (turn !== asked || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('found');
    if (fresh) found.replaceChildren(...fresh.childNodes);
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 250);
  });
  form.addEventListener('submit', () => clearTimeout(waiting));
});
