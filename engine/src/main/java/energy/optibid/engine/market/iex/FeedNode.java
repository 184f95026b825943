package energy.optibid.engine.market.iex;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of the feed with the line it begins on. */
sealed interface FeedNode {
  /** Line of the file, from 1; a feed is often one single line. */
  long line();

  /** Members by name, in the order of the file. */
  record Members(long line, Map<String, FeedNode> byName) implements FeedNode {
    @Nullable FeedNode get(String name) {
      return byName.get(name);
    }
  }

  /** Elements in order. */
  record Elements(long line, List<FeedNode> items) implements FeedNode {}

  /**
   * A string, number, truth value or null.
   *
   * @param number whether it stands there as a number
   */
  record Leaf(long line, String text, boolean number) implements FeedNode {}

  /** Reads the value the parser stands on, to its end. Depth is the parser's limit. */
  static FeedNode read(JsonParser parser) throws IOException {
    long line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, FeedNode> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, read(parser));
      }
      return new Members(line, members);
    }
    if (token == JsonToken.START_ARRAY) {
      List<FeedNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(parser));
      }
      return new Elements(line, items);
    }
    return new Leaf(line, parser.getText(), token.isNumeric());
  }
}
