package energy.optibid.identity.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditQuery;
import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.identity.DemoOrganizations;
import energy.optibid.identity.Profile;
import energy.optibid.identity.Role;
import energy.optibid.identity.SignIn;
import energy.optibid.identity.TokenVerifier;
import energy.optibid.identity.Tokens;
import energy.optibid.identity.domain.PasswordSignIn;
import energy.optibid.identity.domain.SessionRules;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Origin;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.SystemConnections;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SignInIT {

  private static final String PASSWORD = "optibid-demo";
  private static final String TRADER = "trader@demo.optibid.local";
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final SystemConnections SYSTEM = SERVER.systemConnections();
  private static final BcryptPasswords PASSWORDS = new BcryptPasswords(4);
  private static final PostgresAccounts ACCOUNTS = new PostgresAccounts(SYSTEM);

  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final AuditTrail AUDIT = new PostgresAuditTrail(TRANSACTIONS, TRANSACTIONS);
  private static final Origin HERE = new Origin(null, "203.0.113.7", "test");

  @TempDir private Path keys;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T08:00:00Z"));

  @BeforeAll
  static void demoAccounts() {
    new DemoAccounts(SYSTEM, ACCOUNTS, PASSWORDS).load(PASSWORD);
  }

  @Test
  void aTraderGetsATokenThatNamesOrganisationAndPermissions() {
    Tokens tokens = signIn().login(" Trader@Demo.optibid.local", PASSWORD, HERE);
    TokenVerifier.Verified verified = tokens().verify(tokens.accessToken());
    Caller caller = verified.caller();
    assertEquals(DemoOrganizations.DEMO.id(), caller.organization());
    assertEquals(TRADER, caller.email());
    assertEquals(Role.TRADER.permissions(), caller.permissions());
    assertEquals(clock.instant().plus(SessionRules.ACCESS_LIFETIME), verified.expiresAt());
  }

  @Test
  void theDirectoryShowsOwnPeopleOnly() {
    Caller caller = tokens().verify(signIn().login(TRADER, PASSWORD, HERE).accessToken()).caller();
    Caller rival =
        tokens()
            .verify(signIn().login("owner@rival.optibid.local", PASSWORD, HERE).accessToken())
            .caller();
    LocalTransactions transactions = SERVER.transactions();
    PostgresDirectory directory = new PostgresDirectory(transactions, transactions);
    Profile me = transactions.callAs(caller, directory::me);
    assertEquals("demo", me.organization().slug());
    assertEquals(Role.TRADER, me.role());
    var firstPage = transactions.callAs(caller, () -> directory.users(null, 3));
    var rest = transactions.callAs(caller, () -> directory.users(firstPage.nextCursor(), 50));
    assertEquals(3, firstPage.items().size());
    assertEquals(2, rest.items().size());
    assertTrue(
        rest.items().stream().allMatch(user -> user.email().endsWith("@demo.optibid.local")));
    assertProblem(
        ProblemCode.NOT_FOUND,
        () -> transactions.callAs(rival, () -> directory.user(caller.userId())));
  }

  @Test
  void anUnknownAddressAndAWrongPasswordAreToldApartByNobody() {
    ProblemException wrong =
        assertProblem(ProblemCode.UNAUTHENTICATED, () -> signIn().login(TRADER, "x", HERE));
    ProblemException unknown =
        assertProblem(ProblemCode.UNAUTHENTICATED, () -> signIn().login(newAddress(), "x", HERE));
    assertEquals(wrong.detail(), unknown.detail());
  }

  @Test
  void fiveFailuresLockForAQuarterOfAnHour() {
    SignIn signIn = signIn();
    String address = "analyst@demo.optibid.local";
    for (int i = 0; i < 5; i++) {
      assertProblem(ProblemCode.UNAUTHENTICATED, () -> signIn.login(address, "wrong", HERE));
    }
    ProblemException locked =
        assertProblem(ProblemCode.LOCKED_OUT, () -> signIn.login(address, PASSWORD, HERE));
    assertEquals(Optional.of(Duration.ofMinutes(15)), locked.retryAfter());
    clock.advance(Duration.ofMinutes(14));
    assertProblem(ProblemCode.LOCKED_OUT, () -> signIn.login(address, PASSWORD, HERE));
    clock.advance(Duration.ofMinutes(1));
    assertFalse(signIn.login(address, PASSWORD, HERE).accessToken().isEmpty());
  }

  @Test
  void attemptsAtTheSameTimeAreCountedBeforeTheyAreTried() throws Exception {
    SignIn signIn = signIn();
    String address = newAddress();
    Callable<ProblemCode> attempt =
        () ->
            assertThrows(ProblemException.class, () -> signIn.login(address, "guess", HERE)).code();
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try {
      int tried = 0;
      for (Future<ProblemCode> outcome : threads.invokeAll(Collections.nCopies(12, attempt))) {
        if (outcome.get() == ProblemCode.UNAUTHENTICATED) {
          tried++;
        }
      }
      assertEquals(5, tried);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void refreshTokensRotateAndTwoTabsBothGetAnAnswer() {
    SignIn signIn = signIn();
    Tokens first = signIn.login(TRADER, PASSWORD, HERE);
    Tokens second = signIn.refresh(first.refreshToken());
    clock.advance(Duration.ofSeconds(10));
    Tokens otherTab = signIn.refresh(first.refreshToken());
    assertNotEquals(second.refreshToken(), otherTab.refreshToken());
    assertNotEquals(first.refreshToken(), second.refreshToken());
    assertFalse(signIn.refresh(second.refreshToken()).accessToken().isEmpty());
    assertFalse(signIn.refresh(otherTab.refreshToken()).accessToken().isEmpty());
  }

  @Test
  void aTokenShownAgainLaterRevokesTheWholeSession() {
    SignIn signIn = signIn();
    Tokens stolen = signIn.login(TRADER, PASSWORD, HERE);
    Tokens another = signIn.login(TRADER, PASSWORD, HERE);
    Tokens rotated = signIn.refresh(stolen.refreshToken());
    clock.advance(Duration.ofSeconds(11));
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> signIn.refresh(stolen.refreshToken()));
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> signIn.refresh(rotated.refreshToken()));
    assertFalse(signIn.refresh(another.refreshToken()).accessToken().isEmpty());
  }

  @Test
  void signingOutAndTimeEndASession() {
    SignIn signIn = signIn();
    Tokens left = signIn.login(TRADER, PASSWORD, HERE);
    Tokens idle = signIn.login(TRADER, PASSWORD, HERE);
    signIn.logout(left.refreshToken(), HERE);
    signIn.logout("no such token", HERE);
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> signIn.refresh(left.refreshToken()));
    clock.advance(SessionRules.IDLE_LIFETIME);
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> signIn.refresh(idle.refreshToken()));
  }

  @Test
  void aDisabledUserCannotGoOn() {
    SignIn signIn = signIn();
    String address = "viewer@rival.optibid.local";
    Tokens tokens = signIn.login(address, PASSWORD, HERE);
    SERVER.execute("update app_user set state = 'disabled' where email = '" + address + "'");
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> signIn.refresh(tokens.refreshToken()));
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> signIn.login(address, PASSWORD, HERE));
  }

  @Test
  void tokensOfAnotherKeyAndOldOnesAreRefused(@TempDir Path otherKeys) {
    String token = signIn().login(TRADER, PASSWORD, HERE).accessToken();
    JwtTokens foreign = new JwtTokens(SigningKey.load(otherKeys), "optibid", clock);
    JwtTokens otherIssuer = new JwtTokens(SigningKey.load(keys), "somebody", clock);
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> foreign.verify(token));
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> otherIssuer.verify(token));
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> tokens().verify("not.a.token"));
    clock.advance(SessionRules.ACCESS_LIFETIME);
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> tokens().verify(token));
  }

  @Test
  void theKeyPairIsMadeOnceAndIsForTheOwnerOnly() throws IOException {
    String id = SigningKey.load(keys).id();
    assertEquals(id, SigningKey.load(keys).id());
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(keys.resolve("private.pem")));
    assertTrue(tokens().jwks().contains(id));
    assertFalse(tokens().jwks().contains("\"d\""), "the private half must not be published");
  }

  @Test
  void aChangedDemoPasswordReplacesTheOldOne() {
    DemoAccounts demo = new DemoAccounts(SYSTEM, ACCOUNTS, PASSWORDS);
    try {
      demo.load("another one");
      assertProblem(
          ProblemCode.UNAUTHENTICATED,
          () -> signIn().login("admin@demo.optibid.local", PASSWORD, HERE));
      assertFalse(
          signIn().login("admin@demo.optibid.local", "another one", HERE).accessToken().isEmpty());
    } finally {
      demo.load(PASSWORD);
    }
  }

  @Test
  void passwordsLongerThanBcryptReadsStillCount() {
    String prefix = "a".repeat(100);
    String hash = new BcryptPasswords().hash(prefix + "1");
    assertTrue(hash.startsWith("$2a$12$"), hash);
    assertTrue(PASSWORDS.matches(prefix + "1", hash));
    assertFalse(PASSWORDS.matches(prefix + "2", hash));
  }

  @Test
  void onlyDigestsOfTokensAreStored() {
    Tokens tokens = signIn().login(TRADER, PASSWORD, HERE);
    List<String> stored =
        SYSTEM.inTransaction(
            connection -> {
              List<String> texts = new ArrayList<>();
              try (var query =
                      connection.prepareStatement(
                          "select encode(token_hash, 'escape') from refresh_token");
                  var rows = query.executeQuery()) {
                while (rows.next()) {
                  texts.add(rows.getString(1));
                }
              }
              return texts;
            });
    assertFalse(stored.isEmpty());
    assertFalse(stored.contains(tokens.refreshToken()));
  }

  private JwtTokens tokens() {
    return new JwtTokens(SigningKey.load(keys), "optibid", clock);
  }

  /** An auditor sees who came, who was refused and who left, and from where. */
  @Test
  void comingAndGoingIsOnRecord() {
    String address = "viewer@demo.optibid.local";
    SignIn signIn = signIn();
    assertProblem(ProblemCode.UNAUTHENTICATED, () -> signIn.login(address, "wrong", HERE));
    Tokens tokens = signIn.login(address, PASSWORD, HERE);
    signIn.logout(tokens.refreshToken(), HERE);
    signIn.logout(tokens.refreshToken(), HERE);
    Caller viewer = tokens().verify(tokens.accessToken()).caller();
    List<AuditEntry> entries =
        TRANSACTIONS.callAs(
            viewer,
            () ->
                AUDIT
                    .list(
                        new AuditQuery(viewer.userId(), "user", null, null, null, null, null),
                        null,
                        3)
                    .items());
    assertEquals(
        List.of("user.signed_out", "user.signed_in", "user.sign_in_refused"),
        entries.stream().map(AuditEntry::action).toList());
    assertEquals("203.0.113.7", entries.get(1).address());
  }

  private SignIn signIn() {
    return new PasswordSignIn(
        ACCOUNTS,
        new PostgresSessions(SYSTEM, (session, at) -> {}),
        PASSWORDS,
        tokens(),
        new AuditedSignIn(AUDIT, TRANSACTIONS),
        clock);
  }

  private static String newAddress() {
    UUID id = Ids.next();
    return id + "@nowhere.test";
  }

  private static ProblemException assertProblem(ProblemCode code, Executable call) {
    ProblemException problem = assertThrows(ProblemException.class, call);
    assertEquals(code, problem.code());
    return problem;
  }
}
