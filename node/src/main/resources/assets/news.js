// A shared worker: one stream of each kind for all tabs of a browser. It knows which tabs live, which of them is loud, and says to
// the node, every twenty seconds, whether anybody would hear an alarm here. Clocks of workers are not slowed down as those of hidden tabs are.
const SAY_EVERY = 20000;
const TICK_EVERY = 2000;
const GONE_AFTER = 50000;
const tabs = new Map();
const sources = new Map();
const page = [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(16).padStart(2, '0')).join('');
let says = null;
let rang = [];

// The one tab that rings: an armed one, and rather one that is seen.
const loudest = () => {
  const armed = [...tabs].filter(([, tab]) => tab.armed);
  return (armed.find(([, tab]) => tab.visible) ?? armed[0] ?? [...tabs].find(([, tab]) => tab.visible) ?? [...tabs][0])?.[0];
};

const tell = (port, address) => {
  const text = sources.get(address)?.last;
  if (text) port.postMessage({ address, text, loud: port === loudest() });
};

const tellAll = address => tabs.forEach((tab, port) => { if (tab.hears.has(address)) tell(port, address); });

const open = address => {
  if (sources.has(address) && sources.get(address).stream.readyState !== EventSource.CLOSED) return;
  const source = { stream: new EventSource(address), last: null };
  sources.set(address, source);
  source.stream.onmessage = event => {
    source.last = event.data;
    tellAll(address);
  };
  source.stream.onerror = () => { source.last = null; }; // What was heard before says nothing about now.
};

const say = async () => {
  if (!says || tabs.size === 0) return;
  const all = [...tabs.values()];
  const body = new URLSearchParams({ page, armed: all.some(tab => tab.armed), visible: all.some(tab => tab.visible), _csrf: says.token });
  body.set('rang', rang.join(','));
  await fetch(says.to, { method: 'POST', body }).catch(() => null);
};

const heard = (port, words) => {
  const tab = tabs.get(port) ?? { hears: new Set(), armed: false, visible: false };
  if (words.left) {
    tabs.delete(port);
    for (const address of sources.keys()) tellAll(address);
    return;
  }
  tab.at = Date.now();
  tabs.set(port, tab);
  if (words.hear) {
    tab.hears.add(words.hear);
    open(words.hear);
    tell(port, words.hear);
  }
  if (words.to) says = { to: words.to, token: words.token };
  if ('armed' in words) {
    const changed = tab.armed !== words.armed || tab.visible !== words.visible;
    tab.armed = words.armed;
    tab.visible = words.visible;
    if (changed) {
      say();
      for (const address of tab.hears) tellAll(address);
    }
  }
  if (words.rang) {
    rang = words.rang;
    say();
  }
};

onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => heard(port, data);
};

setInterval(() => {
  tabs.forEach((tab, port) => {
    if (Date.now() - tab.at > GONE_AFTER) tabs.delete(port);
    else tab.hears.forEach(open);
    port.postMessage({ ask: true });
  });
  say();
}, SAY_EVERY);

setInterval(() => loudest()?.postMessage({ tick: true }), TICK_EVERY);
