// Two events in one request, with nothing but what Node.js 18 brings.
const url = `${process.env.SILLAGE_URL ?? 'http://localhost:8080'}/v1/events`;
const key = process.env.SILLAGE_KEY;
const attempts = 8;

const event = (id, kind, data) => ({
  specversion: '1.0',
  id,
  source: '/connect/javascript',
  type: `dev.sillage.activity.${kind}.v1`,
  time: new Date().toISOString(),
  data: { ...data, labels: { team: 'connect' } },
});

/** Resolves to the receipt once every accepted event is stored; rejects when nothing could be accepted. */
async function send(events) {
  const headers = { 'Content-Type': 'application/cloudevents-batch+json' };
  if (key) headers.Authorization = `Bearer ${key}`;
  for (let attempt = 0; attempt < attempts; attempt++) {
    let wait = 2 ** attempt / 4;
    try {
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(events) });
      if (answer.ok) return answer.json();
      const said = await answer.text();
      if (![408, 429, 503].includes(answer.status)) return Promise.reject(new Error(said));
      wait = Number(answer.headers.get('Retry-After') ?? wait);
    } catch {
      // Nobody there, or no answer: the same events may be sent again.
    }
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  }
  throw new Error(`not stored after ${attempts} attempts`);
}

console.log(JSON.stringify(await send([
  event('javascript-1', 'llm-inference', { provider: 'openai', model: 'gpt-4o', inputTokens: 1200, outputTokens: 350 }),
  event('javascript-2', 'email', { recipients: 3, bytes: 75000 }),
])));
