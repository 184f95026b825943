package energy.optibid.engine.market.entsoe;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks down a document element by element. Document types and entities of the document's own are
 * refused, so that no file can name another or swell in memory; so is depth without end.
 */
final class XmlCursor {
  private static final int DEEPEST = 20;
  private static final int LONGEST_TEXT = 1_000;

  private final XMLStreamReader xml;
  private final Deque<String> path = new ArrayDeque<>();

  XmlCursor(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    xml = factory.createXMLStreamReader(in);
  }

  /** Line the cursor stands on. */
  long line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  /** Local name of the element entered last. */
  String name() {
    return xml.getLocalName();
  }

  /** Elements from the document's down to the one entered last. */
  String path() {
    return String.join("/", (Iterable<String>) path::descendingIterator);
  }

  /**
   * Enters the next child of the element that is open, or the document's element.
   *
   * @return false when there is none: the element has been left
   */
  boolean enter() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      refuseEntities(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (path.size() == DEEPEST) {
          throw new XMLStreamException("over " + DEEPEST + " elements deep", xml.getLocation());
        }
        path.push(xml.getLocalName());
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        path.pop();
        return false;
      }
    }
    return false;
  }

  /** The text of the element entered last, which is left. */
  String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (true) {
      int event = xml.next();
      refuseEntities(event);
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
          throw new XMLStreamException("text over " + LONGEST_TEXT + " long", xml.getLocation());
        }
        text.append(xml.getText());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        throw new XMLStreamException(
            path.peek() + " has an element instead of text", xml.getLocation());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        path.pop();
        return text.toString().strip();
      }
    }
  }

  /** Leaves the element entered last with all that is in it. */
  void skip() throws XMLStreamException {
    while (enter()) {
      skip();
    }
  }

  private void refuseEntities(int event) throws XMLStreamException {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException(
          "a document type or an entity of its own is not allowed", xml.getLocation());
    }
  }
}
