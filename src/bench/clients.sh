#!/usr/bin/env bash
# Asks a running endpoint by JavaScript clients of others: fetch-sparql-endpoint, and Comunica over it.
# They are installed into a temporary folder, which is removed at the end; nothing is written here. Comunica 5 wants Node 22.
#
#     src/bench/clients.sh http://localhost:8080/sparql
set -euo pipefail

endpoint=${1:-http://localhost:8080/sparql}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund fetch-sparql-endpoint @comunica/query-sparql@4 > npm.log 2>&1 \
  || { cat npm.log >&2; echo "the clients could not be installed" >&2; exit 69; }

cat > ask.mjs <<'JS'
import assert from 'node:assert/strict';
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint';
import { QueryEngine } from '@comunica/query-sparql';

const endpoint = process.argv[2];
const event = 'https://w3id.org/khabar/ns#Event';
const select = `SELECT ?event ?label WHERE { ?event a <${event}> ; <http://www.w3.org/2000/01/rdf-schema#label> ?label } LIMIT 5`;
const ask = `ASK { ?event a <${event}> }`;
const construct = `CONSTRUCT { ?event a <${event}> } WHERE { ?event a <${event}> } LIMIT 5`;

async function all(stream) {
  const items = [];
  for await (const item of stream) items.push(item);
  return items;
}

const fetcher = new SparqlEndpointFetcher();
const rows = await all(await fetcher.fetchBindings(endpoint, select));
assert.equal(rows.length, 5);
assert.ok(rows.every(row => row.label.language));
assert.equal(await fetcher.fetchAsk(endpoint, ask), true);
assert.equal((await all(await fetcher.fetchTriples(endpoint, construct))).length, 5);
await assert.rejects(async () => all(await fetcher.fetchBindings(endpoint, 'SELECT * { ?s ?p }')), /400/);
console.log('fetch-sparql-endpoint: SELECT, ASK, CONSTRUCT and a refusal as they should be');

const engine = new QueryEngine();
const sources = { sources: [{ type: 'sparql', value: endpoint }] };
assert.equal((await all(await engine.queryBindings(select, sources))).length, 5);
assert.equal(await engine.queryBoolean(ask, sources), true);
assert.equal((await all(await engine.queryQuads(construct, sources))).length, 5);
console.log('Comunica: SELECT, ASK and CONSTRUCT as they should be');
JS
node ask.mjs "$endpoint"
