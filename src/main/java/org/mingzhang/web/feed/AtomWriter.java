package org.mingzhang.web.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes Atom feeds (RFC 4287), paged as in RFC 5005. */
final class AtomWriter {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private static final String ATOM = "application/atom+xml";

  private AtomWriter() {}

  /**
   * The feed as XML.
   *
   * @param requestedAddress the address as it was requested
   */
  static String write(FeedPage feed, String requestedAddress) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("xml:lang", "zh-CN");
      writeElement(xml, "id", feed.firstPageAddress());
      writeElement(xml, "title", feed.title());
      writeElement(xml, "updated", latestUpdate(feed.entries()).toString());
      writeLink(xml, "self", ATOM, requestedAddress);
      writeLink(xml, "first", ATOM, feed.firstPageAddress());
      if (feed.nextPageAddress() != null) {
        writeLink(xml, "next", ATOM, feed.nextPageAddress());
      }
      writeLink(xml, feed.sinceRelation(), ATOM, feed.newEntriesAddress());
      writeLink(xml, "alternate", "text/html", feed.readerAddress());
      for (FeedEntry entry : feed.entries()) {
        writeEntry(xml, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed could not be written", e);
    }
    return text.toString();
  }

  private static Instant latestUpdate(List<FeedEntry> entries) {
    return entries.stream().map(FeedEntry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private static void writeEntry(XMLStreamWriter xml, FeedEntry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    writeElement(xml, "id", entry.id());
    writeElement(xml, "title", entry.title());
    writeElement(xml, "updated", entry.updated().toString());
    writeLink(xml, "alternate", "text/html", entry.address());
    xml.writeStartElement("author");
    writeElement(xml, "name", entry.author().isEmpty() ? "—" : entry.author());
    xml.writeEndElement();
    if (!entry.text().isEmpty()) {
      writeElement(xml, "summary", entry.text());
    }
    xml.writeEndElement();
  }

  private static void writeLink(XMLStreamWriter xml, String relation, String type, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }

  private static void writeElement(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(replaceInvalidCharacters(text));
    xml.writeEndElement();
  }

  /** Replaces control characters and noncharacters, which XML does not allow, by spaces. */
  static String replaceInvalidCharacters(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
  }
}
