package energy.optibid.ws;

import energy.optibid.identity.TokenVerifier;
import energy.optibid.shared.ProblemException;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The socket's ear and mouth; one instance per connection. */
@ServerEndpoint(value = LiveEndpoint.PATH, subprotocols = "bearer")
public class LiveEndpoint {
  static final String PATH = "/ws";

  private static final Logger LOG = Logger.getLogger(LiveEndpoint.class.getName());
  private static final int LARGEST_MESSAGE = 16 * 1024;

  private final Sockets sockets;
  private final Subscriptions subscriptions;
  private final TokenVerifier tokens;
  private @Nullable Socket socket;

  @Inject
  public LiveEndpoint(Sockets sockets, Subscriptions subscriptions, TokenVerifier tokens) {
    this.sockets = sockets;
    this.subscriptions = subscriptions;
    this.tokens = tokens;
  }

  @OnOpen
  public void open(Session session) {
    if (session.getUserPrincipal() instanceof BearerPrincipal bearer) {
      socket = sockets.open(session, bearer.verified());
    } else {
      throw new IllegalStateException("The filter lets nobody pass without a token");
    }
  }

  @OnMessage(maxMessageSize = LARGEST_MESSAGE)
  public void hear(String text) {
    Socket current = current();
    current.heard();
    try {
      answer(current, ClientMessage.parse(text));
    } catch (IllegalArgumentException e) {
      String reason = e.getMessage() == null ? "" : e.getMessage();
      current.send(ServerMessage.error("malformed_request", reason, null));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A message could not be answered", e);
      current.send(ServerMessage.error("internal", "Something failed on our side.", null));
    }
  }

  @OnMessage
  public void hear(PongMessage pong) {
    current().heard();
  }

  @OnClose
  public void close() {
    if (socket != null) {
      sockets.remove(socket);
    }
  }

  @OnError
  public void fail(Throwable failure) {
    LOG.log(Level.FINE, "A socket failed; it is closed", failure);
  }

  private void answer(Socket current, ClientMessage message) {
    if (message instanceof ClientMessage.Subscribe wish) {
      subscriptions.begin(current, wish.channel(), wish.from());
    } else if (message instanceof ClientMessage.Unsubscribe leave) {
      current.channels().remove(leave.channel());
    } else if (message instanceof ClientMessage.Ping) {
      current.send(ServerMessage.PONG);
    } else if (message instanceof ClientMessage.Auth auth) {
      renew(current, auth.token());
    }
  }

  private void renew(Socket current, String token) {
    try {
      if (sockets.renew(current, tokens.verify(token))) {
        return;
      }
    } catch (ProblemException e) {
      LOG.log(Level.FINE, "A newer token was refused", e);
    }
    current.close(Socket.TOKEN_EXPIRED, "token refused");
  }

  private Socket current() {
    Socket current = socket;
    if (current == null) {
      throw new IllegalStateException("Not open");
    }
    return current;
  }
}
