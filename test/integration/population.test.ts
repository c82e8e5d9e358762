import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PopulationSearch } from '../../native-bridges/store-host/seams.ts';
import { jpegSize } from '../../native-bridges/kit/images/jpeg-head.ts';
import { faceClient } from '../../native-bridges/store-host/population/face-client.ts';
import { populationClient } from '../../native-bridges/store-host/population/population-client.ts';
import { CentreFixture } from './centre-fixture.ts';

const search = (query: PopulationSearch['query']): PopulationSearch =>
  ({ purpose: 'exchange', officerLogin: 'an.nguyen', requestId: '6f1c9a34-8f3e-4c07-9a4c-0b1b3a2d5e6f', query });
const byPid = search({ by: 'pid', pid: '079301000002' });
const never = new AbortController().signal;

let centre: CentreFixture;
beforeAll(async () => {
  centre = await CentreFixture.start(2_000);
});
afterAll(() => centre.stop());

describe('the population look-up', () => {
  it('finds a citizen by personal number', async () => {
    const answer = await populationClient.search(centre.url, byPid, never);
    expect(answer).toMatchObject({ outcome: 'found', people: [{ fullName: 'TRẦN THỊ BÌNH', pid: '079301000002', birthDate: '2001-02-28', sex: '2', ethnicity: 'Kinh' }] });
    expect(answer.people[0]!.residence).toContain('Giảng Võ');
  });

  it('finds a citizen by the old nine-digit number', async () => {
    expect(await populationClient.search(centre.url, search({ by: 'old-id', oldIdNumber: '012345678' }), never)).toMatchObject({ outcome: 'found', people: [{ pid: '001095000001' }] });
  });

  it('finds several of one name and birth date, and one when the place is named', async () => {
    const { citizensFrom } = await import('../../drivers/personas/citizens.ts');
    const { upperName } = await import('../../drivers/personas/names.ts');
    const citizens = citizensFrom(1, 2_000);
    const [a, b] = [citizens[249]!, citizens[250]!];
    const query = { by: 'name', fullName: upperName(a.name).toLocaleLowerCase('vi'), birthDate: a.birthDate, residence: '' } as const;
    const several = await populationClient.search(centre.url, search(query), never);
    expect(several.outcome).toBe('several');
    expect(several.people.map(({ pid }) => pid)).toEqual(expect.arrayContaining([a.pid, b.pid]));
    const one = await populationClient.search(centre.url, search({ ...query, residence: b.residence.text }), never);
    expect(one).toMatchObject({ outcome: 'found', people: [{ pid: b.pid }] });
  });

  it('gives the face on the last card, of one citizen at a time', async () => {
    const asked = { purpose: 'exchange', officerLogin: 'an.nguyen', requestId: byPid.requestId } as const;
    const face = await faceClient.lastFace(centre.url, { ...asked, pid: '079301000002' }, never);
    expect(face?.issuedOn).toMatch(/^202[1-4]-/);
    expect(jpegSize(face!.bytes)).toEqual({ widthPx: 360, heightPx: 480 });
    expect(await faceClient.lastFace(centre.url, { ...asked, pid: '038216000003' }, never)).toBeUndefined();
    await expect(faceClient.lastFace(centre.url, { ...asked, pid: '12' }, never)).rejects.toMatchObject({ code: 'population.refused' });
  });

  it('says when there is nobody', async () => {
    expect(await populationClient.search(centre.url, search({ by: 'pid', pid: '001199999999' }), never)).toEqual({ outcome: 'not-found', people: [] });
  });

  it('tells an overloaded gateway, a broken line and a refusal apart', async () => {
    centre.server.setFault({ on: 'population', fault: 'overload' });
    await expect(populationClient.search(centre.url, byPid, never)).rejects.toMatchObject({ code: 'population.overloaded', detail: { retryAfterSeconds: 2 } });
    centre.server.setFault({ on: 'population', fault: 'offline' });
    await expect(populationClient.search(centre.url, byPid, never)).rejects.toMatchObject({ code: 'population.offline' });
    centre.server.setFault({ on: 'population', fault: 'none' });
    await expect(populationClient.search('http://127.0.0.1:1', byPid, never)).rejects.toMatchObject({ code: 'population.offline' });
    await expect(populationClient.search(centre.url, { ...byPid, requestId: 'x'.repeat(41) }, never)).rejects.toMatchObject({ code: 'population.refused', detail: { status: 400 } });
  });

  it('gives up after five seconds', async () => {
    centre.server.setFault({ on: 'population', fault: 'timeout' });
    await expect(populationClient.search(centre.url, byPid, never)).rejects.toMatchObject({ code: 'population.timeout' });
    centre.server.setFault({ on: 'population', fault: 'none' });
  });
});

describe('a gateway that talks nonsense', () => {
  let body = '';
  let server: Server;
  beforeAll(async () => {
    server = createServer((_request, response) => response.end(body)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => server.close());

  it.each([
    ['not JSON', '<html>'],
    ['another request\'s answer', JSON.stringify({ MaYeuCau: 'other', GhiChu: '', ThoiDiemDuLieu: '2026-01-01T00:00:00Z', SoCongDan: 0, CongDan: [] })],
    ['a record without a name', JSON.stringify({ MaYeuCau: byPid.requestId, GhiChu: '', ThoiDiemDuLieu: '2026-01-01T00:00:00Z', SoCongDan: 1, CongDan: [{ SoDinhDanh: '1' }] })],
    ['two megabytes', 'x'.repeat(2_000_000)],
  ])('%s is a bad reply', async (_name, reply) => {
    body = reply;
    await expect(populationClient.search(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, byPid, never)).rejects.toMatchObject({ code: 'population.bad-reply' });
  });
});
