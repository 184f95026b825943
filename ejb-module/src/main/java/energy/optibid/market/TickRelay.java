package energy.optibid.market;

import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Takes price ticks to the other nodes and brings theirs. Nothing waits for it, and what is on its
 * way when it fails is lost; the newest of each block is then told again.
 */
public interface TickRelay {

  /** Whether there are other nodes to tell. */
  boolean isOn();

  /**
   * Passes a batch on; those of one channel arrive in the order in which they were passed. Returns
   * at once.
   */
  void pass(List<PriceTick> ticks);

  /**
   * Begins to bring other nodes' ticks and to take this node's. There is one node.
   *
   * @param threads makes the threads it works in
   */
  void connect(Node node, ThreadFactory threads);

  /** This node, as the relay sees it. Never gets its own ticks back. */
  interface Node {
    /** Other nodes' ticks, in their order. */
    void receive(List<PriceTick> ticks);

    /** The newest of blocks as another node has them, some of which may be known or outdated. */
    void catchUp(List<PriceTick> newest);

    /** The newest of each block that this node has. */
    List<PriceTick> newest();
  }
}
