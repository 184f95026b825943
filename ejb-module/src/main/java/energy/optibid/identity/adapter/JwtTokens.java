package energy.optibid.identity.adapter;

import energy.optibid.identity.TokenVerifier;
import energy.optibid.identity.domain.AccessTokens;
import energy.optibid.identity.domain.Account;
import energy.optibid.identity.domain.SessionRules;
import energy.optibid.shared.Caller;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** MicroProfile JWTs signed with RS256. */
final class JwtTokens implements AccessTokens, TokenVerifier {

  private static final String ORGANIZATION = "org";
  private static final String SESSION = "sid";

  private final SigningKey key;
  private final String issuer;
  private final Clock clock;

  JwtTokens(SigningKey key, String issuer, Clock clock) {
    this.key = key;
    this.issuer = issuer;
    this.clock = clock;
  }

  @Override
  public String issue(Account account, UUID session, Instant now) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setSubject(account.userId().toString());
    claims.setClaim("upn", account.email());
    claims.setClaim(ORGANIZATION, account.organization().toString());
    claims.setClaim("groups", List.copyOf(account.role().permissions()));
    claims.setClaim(SESSION, session.toString());
    claims.setGeneratedJwtId();
    claims.setIssuedAt(date(now));
    claims.setExpirationTime(date(now.plus(SessionRules.ACCESS_LIFETIME)));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setHeader("typ", "JWT");
    signature.setKeyIdHeaderValue(key.id());
    signature.setKey(key.privateKey());
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("an access token could not be signed", e);
    }
  }

  @Override
  public Verified verify(String jwt) {
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setVerificationKey(key.publicKey())
              .setExpectedIssuer(issuer)
              .setRequireSubject()
              .setRequireExpirationTime()
              .setEvaluationTime(date(clock.instant()))
              .setJwsAlgorithmConstraints(
                  new AlgorithmConstraints(
                      ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
              .build()
              .processToClaims(jwt);
      Caller caller =
          new Caller(
              UUID.fromString(claims.getSubject()),
              claims.getStringClaimValue("upn"),
              OrganizationId.of(claims.getStringClaimValue(ORGANIZATION)),
              Set.copyOf(claims.getStringListClaimValue("groups")));
      String session = claims.getStringClaimValue(SESSION);
      return new Verified(
          caller,
          session == null ? null : UUID.fromString(session),
          Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      throw new ProblemException(
          ProblemCode.UNAUTHENTICATED, "The access token is not valid or has expired.");
    }
  }

  @Override
  public String jwks() {
    return new JsonWebKeySet(key.publicJwk()).toJson();
  }

  private static NumericDate date(Instant instant) {
    return NumericDate.fromSeconds(instant.getEpochSecond());
  }
}
