import createKnex from 'knex';
import { manyDomains } from './manyDomains';
import { createMesh } from './results';
import { createProjection } from './projection';
import { FakeCatalog } from './FakeCatalog';
import { join } from 'node:path';
async function main() {
  const knex = createKnex({ client: 'better-sqlite3', connection: ':memory:', useNullAsDefault: true });
  await knex.migrate.latest({ directory: join(__dirname, '../../migrations') });
  const entities = manyDomains(2000);
  await createProjection(knex, new FakeCatalog(entities)).pass.run();
  const m = createMesh(knex, entities);
  const cpu = () => Math.round(process.cpuUsage().user/1000);
  let a = cpu(); await m.results.evaluateAll(); console.log('cold', cpu()-a);
  const { Session } = require('node:inspector');
  const s = new Session(); s.connect(); s.post('Profiler.enable'); s.post('Profiler.start');
  a = cpu(); await m.results.evaluateAll(); console.log('warm', cpu()-a);
  a = cpu(); await m.results.evaluateAll(); console.log('warm', cpu()-a);
  s.post('Profiler.stop', (_e: any, { profile }: any) => {
    const self = new Map<string, number>(); const dt = profile.timeDeltas; const byId = new Map(profile.nodes.map((n: any) => [n.id, n]));
    profile.samples.forEach((id: number, i: number) => { const n: any = byId.get(id); const k = `${n.callFrame.functionName} ${n.callFrame.url.split('/').slice(-3).join('/')}:${n.callFrame.lineNumber}`; self.set(k, (self.get(k) ?? 0) + dt[i]); });
    console.log([...self].sort((x,y)=>y[1]-x[1]).slice(0,40).map(([k,v]) => `${Math.round(v/1000)} ${k}`).join('\n'));
    const total = new Map<string, number>(); const parent = new Map<number, any>(); profile.nodes.forEach((n: any) => (n.children ?? []).forEach((c: number) => parent.set(c, n)));
    profile.samples.forEach((id: number, i: number) => { const seen = new Set<string>(); for (let n: any = byId.get(id); n; n = parent.get(n.id)) { const k = `${n.callFrame.functionName} ${n.callFrame.url.split('/').slice(-3).join('/')}:${n.callFrame.lineNumber}`; if (!seen.has(k)) { seen.add(k); total.set(k, (total.get(k) ?? 0) + dt[i]); } } });
    console.log('TOTAL\n' + [...total].sort((x,y)=>y[1]-x[1]).slice(0,60).map(([k,v]) => `${Math.round(v/1000)} ${k}`).join('\n'));
  });
  a = cpu(); await m.results.now(['dataproduct:default/many-3']); console.log('now', cpu()-a);
  await knex.destroy();
}
main();
