'use client';
import { useQuery } from '@tanstack/react-query';
import type { ServiceStatus } from '@/api/types';
import { useLinkState } from '@/features/live/use-live';
import { useSession } from '@/features/session/session-context';
import { KeyFigure, KeyFigures } from '@/ui/figures';
import { figure } from '@/ui/format';
import { Page, Panel } from '@/ui/panel';
import { Answered, Badge, Empty, type Tone } from '@/ui/states';
import { moment } from '@/ui/time';
import { statusQuery } from '../api';
import { serviceDetail } from '../service-model';

const SERVICE_TONE: Record<ServiceStatus['state'], Tone> = { up: 'good', down: 'bad', disabled: 'quiet' };
const FEATURE_TONE: Record<'full' | 'fallback' | 'off', Tone> = {
  full: 'good',
  fallback: 'warn',
  off: 'quiet',
};
const FEATURE_TEXT = { full: 'Working', fallback: 'Working on its fallback', off: 'Off' } as const;

export function StatusBoard() {
  const status = useQuery(statusQuery);
  const link = useLinkState();
  const { apiUrl } = useSession();
  return (
    <Page title="Status" hint="What this installation runs on, and what each feature can do at this moment.">
      <Answered query={status}>
        {(s) => (
          <>
            <KeyFigures label="Installation">
              <KeyFigure name="Version" value={s.version} />
              <KeyFigure name="Environment" value={s.environment} note={`profile ${s.profile}`} />
              <KeyFigure name="Instance" value={s.instanceId} />
              <KeyFigure
                name="Live link"
                value={link === 'live' ? 'Connected' : 'Not connected'}
                tone={link === 'live' ? 'good' : 'bad'}
              />
            </KeyFigures>
            <Panel title="Services">
              <table className="dense roomy">
                <thead>
                  <tr>
                    <th scope="col">Service</th>
                    <th scope="col">State</th>
                    <th scope="col" className="n">
                      Latency, ms
                    </th>
                    <th scope="col">Since</th>
                    <th scope="col">Detail</th>
                  </tr>
                </thead>
                <tbody>
                  {Object.entries(s.services).map(([name, service]) => (
                    <tr key={name}>
                      <th scope="row">{name}</th>
                      <td>
                        <Badge tone={SERVICE_TONE[service.state]} dot>
                          {service.state}
                        </Badge>
                      </td>
                      <td className="n">{figure(service.latencyMs, 1)}</td>
                      <td>{service.guarded ? `${moment(service.guarded.since, 'UTC')} UTC` : ''}</td>
                      <td className="wrap dim">{serviceDetail(service)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Panel>
            <Panel title="Features">
              {s.features.length === 0 ? (
                <Empty title="No feature reports itself yet" />
              ) : (
                <table className="dense roomy">
                  <thead>
                    <tr>
                      <th scope="col">Feature</th>
                      <th scope="col">State</th>
                      <th scope="col">Reason</th>
                    </tr>
                  </thead>
                  <tbody>
                    {s.features.map((f) => (
                      <tr key={f.name}>
                        <th scope="row">{f.name}</th>
                        <td>
                          <Badge tone={FEATURE_TONE[f.state]} dot>
                            {FEATURE_TEXT[f.state]}
                          </Badge>
                        </td>
                        <td className="wrap dim">{f.reason}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </Panel>
            <p className="dim">
              <a href={`${apiUrl}/api/docs`} target="_blank" rel="noreferrer">
                API documentation
              </a>{' '}
              ·{' '}
              <a href={`${apiUrl}/health`} target="_blank" rel="noreferrer">
                Health
              </a>
            </p>
          </>
        )}
      </Answered>
    </Page>
  );
}
