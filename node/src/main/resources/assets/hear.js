// What the node tells open pages. One connection serves all tabs of a browser: a shared worker holds it, because a browser opens
// only six to a host. Where there are no shared workers, each tab has its own.
const hearers = new Map();
const worker = 'SharedWorker' in window ? new SharedWorker('/assets/news.js', 'entente') : null;

/** Calls back with each word that comes from an address, and with whether this tab is the one to be loud. */
export const hear = (address, each) => {
  hearers.set(address, each);
  if (worker) {
    worker.port.postMessage({ hear: address });
  } else {
    new EventSource(address).onmessage = event => each(event.data, true);
  }
};

/** Says through the worker how this tab stands; without one, by itself. */
export const say = words => {
  if (worker) worker.port.postMessage(words);
  else alone(words);
};

let own = {};
const alone = async words => {
  own = { ...own, ...words };
  if (!own.to) return;
  const body = new URLSearchParams({ page: '1', armed: own.armed ?? false, visible: own.visible ?? false, _csrf: own.token, rang: own.rang ?? [] });
  await fetch(own.to, { method: 'POST', body }).catch(() => null);
};

if (worker) {
  worker.port.onmessage = ({ data }) => {
    if (data.ask) window.dispatchEvent(new Event('asked'));
    if (data.tick) window.dispatchEvent(new Event('tick'));
    if (data.address) hearers.get(data.address)?.(data.text, data.loud);
  };
  window.addEventListener('pagehide', () => worker.port.postMessage({ left: true }));
  window.addEventListener('pageshow', event => {
    if (event.persisted) for (const address of hearers.keys()) worker.port.postMessage({ hear: address });
  });
} else {
  setInterval(() => window.dispatchEvent(new Event('asked')), 20000);
  setInterval(() => window.dispatchEvent(new Event('tick')), 2000);
}
