package org.mingzhang.collect.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * A key of a source in the file of sources. The parser, the editor and the form of the
 * administration page share this list.
 *
 * @param name the key
 * @param kind kind of its value
 * @param required whether every source must have it
 */
public record SourceKey(String name, Kind kind, boolean required) {
  /** Kind of a value. */
  public enum Kind {
    TEXT,
    LIST,
    /** One of {@link CrawlSource.Limits}; it may also be under {@code defaults}. */
    LIMIT
  }

  /** All keys, in the order of the form. */
  public static final List<SourceKey> ALL =
      List.of(
          requiredKey("name"),
          textKey("title"),
          requiredKey("url"),
          textKey("region"),
          textKey("agency"),
          new SourceKey("agencies", Kind.LIST, false),
          new SourceKey("hosts", Kind.LIST, false),
          limitKey("depth"),
          limitKey("every"),
          limitKey("recheck"),
          limitKey("delay"),
          limitKey("requests"),
          limitKey("pages"),
          textKey("only"),
          textKey("except"),
          textKey("items"),
          textKey("next"),
          textKey("attachments"),
          textKey("sitemaps"));

  private static SourceKey requiredKey(String name) {
    return new SourceKey(name, Kind.TEXT, true);
  }

  private static SourceKey textKey(String name) {
    return new SourceKey(name, Kind.TEXT, false);
  }

  private static SourceKey limitKey(String name) {
    return new SourceKey(name, Kind.LIMIT, false);
  }

  /** Whether its value is a list. */
  public boolean isList() {
    return kind == Kind.LIST;
  }

  private static List<String> names(Stream<SourceKey> keys) {
    return keys.map(SourceKey::name).toList();
  }

  static List<String> names() {
    return names(ALL.stream());
  }

  static List<String> limitNames() {
    return names(ALL.stream().filter(key -> key.kind == Kind.LIMIT));
  }
}
