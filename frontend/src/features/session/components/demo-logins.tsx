import classes from './sign-in.module.css';

const ROLES = ['trader', 'analyst', 'viewer', 'admin', 'owner'] as const;
const HOUSES = [
  { slug: 'demo', name: 'Demo Energy' },
  { slug: 'rival', name: 'Rival Power' },
] as const;

/** Only offered by an installation that says it runs the demo profile. */
export function DemoLogins({ onPick }: { onPick: (email: string) => void }) {
  return (
    <section className={classes.demo} aria-label="Demo logins">
      <p>
        Demo installation. Every login has the password <code>optibid-demo</code>, unless it was changed.
      </p>
      {HOUSES.map((house) => (
        <div key={house.slug} className={classes.house}>
          <span>{house.name}</span>
          {ROLES.map((role) => (
            <button
              key={role}
              type="button"
              aria-label={`Fill in ${role}@${house.slug}.optibid.local`}
              onClick={() => onPick(`${role}@${house.slug}.optibid.local`)}
            >
              {role}
            </button>
          ))}
        </div>
      ))}
    </section>
  );
}
