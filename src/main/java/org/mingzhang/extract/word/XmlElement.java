package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML element with its content, by local names, since WordprocessingML has two namespaces for
 * the same names (ECMA-376 strict and transitional).
 *
 * @param name local name
 * @param attributes values by local name
 * @param children elements directly inside, in document order
 * @param text characters directly inside, joined
 */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text) {
  /** Deepest nesting of elements. */
  private static final int MAX_DEPTH = 400;

  /** Thrown if elements are nested too deeply. */
  static final class NestingException extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    NestingException() {
      super("elements nested deeper than " + MAX_DEPTH);
    }
  }

  /**
   * Reads the element at the reader's current start tag; leaves the reader at its end tag.
   *
   * @throws NestingException if elements are nested deeper than 400 levels
   * @throws XMLStreamException if the XML is not well formed
   */
  static XmlElement read(XMLStreamReader in) throws XMLStreamException {
    return read(in, 0);
  }

  private static XmlElement read(XMLStreamReader in, int depth) throws XMLStreamException {
    if (depth > MAX_DEPTH) {
      throw new NestingException();
    }
    String name = in.getLocalName();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    List<XmlElement> children = new ArrayList<>(4);
    StringBuilder text = new StringBuilder();
    for (int event = in.next(); event != XMLStreamReader.END_ELEMENT; event = in.next()) {
      switch (event) {
        case XMLStreamReader.START_ELEMENT -> children.add(read(in, depth + 1));
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
            text.append(in.getText());
        case XMLStreamReader.ENTITY_REFERENCE, XMLStreamReader.END_DOCUMENT ->
            throw new XMLStreamException("unexpected end or entity inside " + name);
        default -> {}
      }
    }
    return new XmlElement(name, attributes, children, text.toString());
  }

  /** The first child with a name; empty if there is none. */
  Optional<XmlElement> findChild(String localName) {
    return children.stream().filter(c -> c.name.equals(localName)).findFirst();
  }

  /**
   * The element at the end of a path of names, of which each is the first child with its name;
   * empty if there is none.
   */
  Optional<XmlElement> findDescendant(String... path) {
    Optional<XmlElement> place = Optional.of(this);
    for (String step : path) {
      place = place.flatMap(p -> p.findChild(step));
    }
    return place;
  }

  /** Whether an element with a name is anywhere inside. */
  boolean contains(String localName) {
    return children.stream().anyMatch(c -> c.name.equals(localName) || c.contains(localName));
  }

  List<XmlElement> childrenNamed(String localName) {
    return children.stream().filter(c -> c.name.equals(localName)).toList();
  }

  /** An attribute, or null. */
  @Nullable String attribute(String localName) {
    return attributes.get(localName);
  }

  /** The {@code val} of the first child with a name; null if there is no child or no value. */
  @Nullable String childValue(String localName) {
    return findChild(localName).map(c -> c.attribute("val")).orElse(null);
  }

  /**
   * The integer in the {@code val} of the first child with a name, or a default if there is none.
   */
  int childNumber(String localName, int defaultValue) {
    return parseInteger(childValue(localName), defaultValue);
  }

  /** Whether an on/off property (ST_OnOff) is present and not off. */
  boolean isOn(String localName) {
    return findChild(localName)
        .map(c -> c.attributes.getOrDefault("val", "true"))
        .filter(v -> !v.equals("0") && !v.equals("false") && !v.equals("off"))
        .isPresent();
  }

  /** Parses an integer of up to nine digits, or returns a default if the text is null or none. */
  static int parseInteger(@Nullable String text, int defaultValue) {
    return text != null && text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : defaultValue;
  }
}
