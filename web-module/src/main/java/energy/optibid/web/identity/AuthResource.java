package energy.optibid.web.identity;

import energy.optibid.identity.Directory;
import energy.optibid.identity.SignIn;
import energy.optibid.identity.TokenVerifier;
import energy.optibid.identity.Tokens;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.web.shared.JsonReading;
import energy.optibid.web.shared.Reply;
import energy.optibid.web.shared.RequestOrigin;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sessions: begun with a password, carried on by a rotating refresh token, ended. */
@Path("/auth")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth", description = "Signing in and out, keys")
public class AuthResource {
  private final SignIn signIn;
  private final TokenVerifier keys;
  private final Directory directory;
  private final RefreshCookie cookie;
  private final RequestOrigin origins;

  @Inject
  public AuthResource(
      SignIn signIn,
      TokenVerifier keys,
      Directory directory,
      RefreshCookie cookie,
      RequestOrigin origins) {
    this.signIn = signIn;
    this.keys = keys;
    this.directory = directory;
    this.cookie = cookie;
    this.origins = origins;
  }

  @POST
  @Path("/login")
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "login",
      summary = "Sign in with e-mail and password",
      description =
          "A browser gets the refresh token in an httpOnly cookie only; a client that sends no"
              + " Origin header gets it in the body too. Five failures lock the account for 15"
              + " minutes.")
  @APIResponseSchema(value = TokenAnswer.class, responseCode = "200")
  public Response login(LoginRequest login, @Context HttpServletRequest request) {
    Tokens tokens = signIn.login(login.email(), login.password(), origins.of(request, null));
    return answer(tokens, request);
  }

  @POST
  @Path("/refresh")
  @PermitAll
  @Operation(
      operationId = "refreshTokens",
      summary = "Exchange the refresh token for a new pair",
      description =
          "The token comes from the body or from the cookie. Each is good once; using an old one"
              + " again ends the session everywhere.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RefreshRequest.class)))
  @APIResponseSchema(value = TokenAnswer.class, responseCode = "200")
  public Response refresh(byte[] body, @Context HttpServletRequest request) {
    String token = presented(body, request);
    if (token == null) {
      throw new ProblemException(ProblemCode.UNAUTHENTICATED, "There is no session to carry on.");
    }
    return answer(signIn.refresh(token), request);
  }

  @POST
  @Path("/logout")
  @PermitAll
  @Operation(
      operationId = "logout",
      summary = "End the session",
      description =
          "That of the refresh token in body or cookie, or without one that of the access token. Its"
              + " access tokens are refused at once, its sockets closed.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RefreshRequest.class)))
  @APIResponse(responseCode = "204", description = "Signed out, or was not signed in")
  public Response logout(byte[] body, @Context HttpServletRequest request) {
    UUID session = Tenancy.current().map(caller -> caller.origin().session()).orElse(null);
    signIn.logout(presented(body, request), origins.of(request, session));
    return Response.noContent().header(HttpHeaders.SET_COOKIE, cookie.cleared(request)).build();
  }

  @GET
  @Path("/me")
  @Operation(operationId = "me", summary = "Who is signed in, and what the role allows")
  public MeAnswer me() {
    Tenancy.require();
    return MeAnswer.of(directory.me());
  }

  @GET
  @Path("/jwks")
  @PermitAll
  @Operation(operationId = "jwks", summary = "Public keys of the access tokens (JWK set)")
  @APIResponseSchema(value = JwkSet.class, responseCode = "200")
  public Response jwks() {
    return Response.ok(keys.jwks())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
        .build();
  }

  private Response answer(Tokens tokens, HttpServletRequest request) {
    boolean browser = request.getHeader("Origin") != null;
    Response response = Reply.ok(TokenAnswer.of(tokens, !browser)).response();
    response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie.holding(tokens, request));
    return response;
  }

  private @Nullable String presented(byte[] body, HttpServletRequest request) {
    if (body.length > 0) {
      RefreshRequest read = JsonReading.read(new ByteArrayInputStream(body), RefreshRequest.class);
      if (read.refreshToken() != null) {
        return read.refreshToken();
      }
    }
    return cookie.of(request);
  }
}
