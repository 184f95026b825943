package energy.optibid.identity.domain;

import energy.optibid.identity.SignIn;
import energy.optibid.identity.Tokens;
import energy.optibid.identity.domain.Sessions.Ended;
import energy.optibid.identity.domain.SignInJournal.Happened;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Origin;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Signing in with address and password. */
public final class PasswordSignIn implements SignIn {

  private static final Logger LOG = Logger.getLogger(PasswordSignIn.class.getName());
  private static final String WRONG = "The e-mail address or the password is wrong.";
  private static final String ENDED = "The session has ended. Sign in again.";

  private final Accounts accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final AccessTokens accessTokens;
  private final SignInJournal journal;
  private final Clock clock;

  public PasswordSignIn(
      Accounts accounts,
      Sessions sessions,
      Passwords passwords,
      AccessTokens accessTokens,
      SignInJournal journal,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.accessTokens = accessTokens;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Tokens login(String email, String password, Origin from) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    Optional<Duration> locked = accounts.beginAttempt(address, now).remaining(now);
    if (locked.isPresent()) {
      throw new ProblemException(
          ProblemCode.LOCKED_OUT,
          "Too many failed attempts. Wait %d minutes and try again."
              .formatted(locked.get().toMinutes() + 1),
          locked.get());
    }
    Optional<Account> account = accounts.byEmail(address);
    if (account.isEmpty()) {
      passwords.pretendToMatch(password);
    }
    Account known =
        account
            .filter(found -> passwords.matches(password, found.passwordHash()))
            .orElseThrow(
                () -> {
                  LOG.log(Level.INFO, "failed sign-in from {0}", from.address());
                  account.ifPresent(
                      found -> journal.note(Happened.REFUSED, person(found, null, from)));
                  return new ProblemException(ProblemCode.UNAUTHENTICATED, WRONG);
                });
    accounts.forgive(address);
    Sessions.Begun begun = sessions.begin(known, now);
    journal.note(Happened.SIGNED_IN, person(known, begun.session(), from));
    return new Tokens(
        accessTokens.issue(known, begun.session(), now),
        SessionRules.ACCESS_LIFETIME,
        begun.refreshToken(),
        SessionRules.IDLE_LIFETIME);
  }

  @Override
  public Tokens refresh(String refreshToken) {
    Instant now = clock.instant();
    Sessions.Rotated rotated =
        sessions
            .rotate(refreshToken, now)
            .orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED, ENDED));
    return new Tokens(
        accessTokens.issue(rotated.account(), rotated.session(), now),
        SessionRules.ACCESS_LIFETIME,
        rotated.refreshToken(),
        Duration.between(now, rotated.refreshExpiresAt()));
  }

  @Override
  public void logout(@Nullable String refreshToken, Origin from) {
    Instant now = clock.instant();
    UUID signedIn = from.session();
    Optional<Ended> ended = Optional.empty();
    if (refreshToken != null && !refreshToken.isBlank()) {
      ended = sessions.end(refreshToken, now);
    } else if (signedIn != null) {
      ended = sessions.end(signedIn, now);
    }
    ended.ifPresent(
        session ->
            journal.note(Happened.SIGNED_OUT, person(session.account(), session.session(), from)));
  }

  private static Caller person(Account account, @Nullable UUID session, Origin from) {
    return new Caller(
        account.userId(),
        account.email(),
        account.organization(),
        Set.of(),
        new Origin(session, from.address(), from.userAgent()));
  }
}
