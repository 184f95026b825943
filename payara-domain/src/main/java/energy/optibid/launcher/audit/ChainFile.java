package energy.optibid.launcher.audit;

import energy.optibid.engine.audit.BrokenLink;
import energy.optibid.engine.audit.ChainCheck;
import energy.optibid.engine.audit.ChainedEntry;
import energy.optibid.local.LaunchFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exported chain, one entry a line. */
public record ChainFile(Path file) {

  /**
   * Follows the file from its first line.
   *
   * @param check how much of a chain the file is
   * @param head what is known of it, null for nothing
   * @throws LaunchFailure when the file cannot be read
   */
  public ChainVerdict verify(ChainCheck check, @Nullable ChainHead head) {
    String organization = file.getFileName().toString();
    Optional<BrokenLink> broken = Optional.empty();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 0;
      String owner = null;
      for (String line = lines.readLine();
          line != null && broken.isEmpty();
          line = lines.readLine()) {
        number++;
        try {
          ChainedEntry entry = ChainedEntry.read(line);
          if (owner != null && !owner.equals(entry.organization())) {
            broken = unreadable(number, check, "belongs to another organisation");
          } else {
            owner = entry.organization();
            broken = check.next(entry).or(() -> contradiction(head, entry));
          }
        } catch (IllegalArgumentException e) {
          broken = unreadable(number, check, String.valueOf(e.getMessage()));
        }
      }
      organization = owner == null ? organization : owner;
    } catch (IOException e) {
      throw new LaunchFailure("The file %s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
    if (broken.isEmpty() && head != null) {
      broken = head.isBeyond(check);
    }
    return new ChainVerdict(
        organization,
        check.checked(),
        check.last().map(ChainedEntry::number).orElse(0L),
        check.last().map(ChainedEntry::hash).orElse(null),
        broken);
  }

  private static Optional<BrokenLink> contradiction(@Nullable ChainHead head, ChainedEntry entry) {
    return head == null ? Optional.empty() : head.contradicts(entry);
  }

  private static Optional<BrokenLink> unreadable(long line, ChainCheck check, String why) {
    return Optional.of(
        new BrokenLink(
            check.last().map(ChainedEntry::number).orElse(0L) + 1,
            BrokenLink.Kind.CONTENT,
            "Line %d is no entry of this chain: %s.".formatted(line, why)));
  }
}
