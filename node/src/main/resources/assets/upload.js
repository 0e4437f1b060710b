// Sends a file as it lies on the disk and shows how far it is. Without scripts the form itself does it, for smaller files.
document.querySelectorAll('form[data-upload]').forEach(form => {
  const file = form.querySelector('input[type=file]');
  const bar = form.querySelector('progress');
  const said = form.querySelector('[role=status]');
  const button = form.querySelector('button');
  form.addEventListener('submit', event => {
    event.preventDefault();
    const chosen = file.files[0];
    if (!chosen) return;
    const request = new XMLHttpRequest();
    const done = text => { said.textContent = text; button.disabled = false; bar.hidden = true; };
    request.open('POST', form.dataset.upload + '?name=' + encodeURIComponent(chosen.name));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-CSRF-TOKEN', form.dataset.csrf);
    request.upload.onprogress = step => {
      if (step.lengthComputable && step.total > 0) {
        bar.value = step.loaded / step.total;
        said.textContent = form.dataset.progress.replace('%', Math.floor(100 * step.loaded / step.total) + ' %');
      }
    };
    request.onload = () => {
      const place = request.getResponseHeader('Location');
      if (request.status !== 201) done(request.responseText || form.dataset.failed);
      else if (place) location.assign(place);
      else location.reload();
    };
    request.onerror = () => done(form.dataset.failed);
    button.disabled = true;
    bar.hidden = false;
    request.send(chosen);
  });
});
