package energy.optibid.identity.adapter;

import energy.optibid.identity.SignIn;
import energy.optibid.identity.TokenVerifier;
import energy.optibid.identity.domain.AccessTokens;
import energy.optibid.identity.domain.Accounts;
import energy.optibid.identity.domain.PasswordSignIn;
import energy.optibid.identity.domain.Passwords;
import energy.optibid.identity.domain.Sessions;
import energy.optibid.identity.domain.SignInJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts identity together. Settings: {@code optibid.keys.dir} (folder of the signing keys, default
 * {@code .optibid/keys}) and {@code mp.jwt.verify.issuer} (default {@code optibid}).
 */
@ApplicationScoped
public class IdentityProducer {

  @Produces
  @ApplicationScoped
  @Typed({AccessTokens.class, TokenVerifier.class})
  JwtTokens tokens(Clock clock) {
    Config config = ConfigProvider.getConfig();
    String folder =
        config.getOptionalValue("optibid.keys.dir", String.class).orElse(".optibid/keys");
    String issuer = config.getOptionalValue("mp.jwt.verify.issuer", String.class).orElse("optibid");
    return new JwtTokens(SigningKey.load(Path.of(folder)), issuer, clock);
  }

  @Produces
  @ApplicationScoped
  @Typed(SignIn.class)
  PasswordSignIn signIn(
      Accounts accounts,
      Sessions sessions,
      Passwords passwords,
      AccessTokens accessTokens,
      SignInJournal journal,
      Clock clock) {
    return new PasswordSignIn(accounts, sessions, passwords, accessTokens, journal, clock);
  }
}
