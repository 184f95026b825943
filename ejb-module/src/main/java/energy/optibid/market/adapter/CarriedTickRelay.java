package energy.optibid.market.adapter;

import energy.optibid.market.PriceTick;
import energy.optibid.market.TickCarrier;
import energy.optibid.market.TickCarrier.Parcel;
import energy.optibid.market.TickRelay;
import energy.optibid.market.domain.TickLine;
import energy.optibid.market.domain.TickMessage;
import energy.optibid.shared.GrowingPause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ticks between nodes by the carrier that goes before the others. One thread sends, so the order
 * holds; what comes while the carrier is away is dropped. A node that begins to listen says so, and
 * the others tell it the newest they have.
 */
@ApplicationScoped
@Typed({TickRelay.class, CarriedTickRelay.class})
public class CarriedTickRelay implements TickRelay {
  private static final Logger LOG = Logger.getLogger(CarriedTickRelay.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Optional<TickCarrier> carrier;
  private final UUID own = UUID.randomUUID();
  private final TickLine line = new TickLine(own, this::newest);
  private volatile @Nullable Node node;
  private volatile @Nullable Thread sender;

  @Inject
  public CarriedTickRelay(@Any Instance<TickCarrier> carriers) {
    this((Iterable<TickCarrier>) carriers);
  }

  /** The same with given carriers. */
  public CarriedTickRelay(Iterable<TickCarrier> carriers) {
    carrier =
        StreamSupport.stream(carriers.spliterator(), false)
            .filter(TickCarrier::isOn)
            .max(Comparator.comparingInt(TickCarrier::precedence));
  }

  @Override
  public boolean isOn() {
    return carrier.isPresent();
  }

  @Override
  public void pass(List<PriceTick> ticks) {
    carrier.ifPresent(
        carrying -> {
          int dropped = line.add(ticks);
          if (dropped > 0) {
            carrying.dropped(dropped);
          }
        });
  }

  @Override
  public void connect(Node connected, ThreadFactory threads) {
    carrier.ifPresent(
        carrying -> {
          node = connected;
          Thread thread = threads.newThread(() -> send(carrying));
          thread.setName("optibid-tick-relay");
          thread.start();
          sender = thread;
          carrying.listen(new Ears(connected), threads);
        });
  }

  private List<PriceTick> newest() {
    Node connected = node;
    return connected == null ? List.of() : connected.newest();
  }

  /** What the other nodes say, and this one too. */
  private final class Ears implements TickCarrier.Listener {
    private final Node connected;

    Ears(Node connected) {
      this.connected = connected;
    }

    @Override
    public void heard(String text) {
      TickMessage message;
      try {
        message = TickMessage.of(text);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "somebody who is no node speaks of ticks: {0}", e.toString());
        return;
      }
      if (message.from().equals(own)) {
        return;
      }
      switch (message.kind()) {
        case TICKS -> connected.receive(message.ticks());
        case NEWEST -> connected.catchUp(message.ticks());
        case HELLO -> line.answer();
      }
    }

    @Override
    public void connected() {
      line.greet();
    }
  }

  /** Sends until the thread is interrupted. */
  private void send(TickCarrier carrying) {
    GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        List<TickMessage> next = line.next();
        if (next.isEmpty() || carrying.send(parcels(next))) {
          pause.reset();
        } else {
          carrying.dropped(line.lost(next));
          TimeUnit.MILLISECONDS.sleep(pause.next().toMillis());
        }
      }
    } catch (InterruptedException e) {
      LOG.log(Level.FINE, "no more ticks for other nodes", e);
      Thread.currentThread().interrupt();
    } finally {
      carrying.close();
    }
  }

  private static List<Parcel> parcels(List<TickMessage> messages) {
    return messages.stream().map(message -> new Parcel(message.key(), message.text())).toList();
  }

  /** Ends it within a moment. */
  public void close() {
    Thread thread = sender;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
