package org.mingzhang.collect.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * A key that a source may have: all that the file of sources, the form for a source and the changes
 * of the file know of it.
 *
 * @param name as it is written
 * @param kind what its value is
 * @param needed whether a source must have it
 */
public record SourceKey(String name, Kind kind, boolean needed) {
  /** What the value of a key is. */
  public enum Kind {
    TEXT,
    LIST,
    /** How deep, how often, how much; may stand under {@code defaults}, too. */
    LIMIT
  }

  /** All keys, in the order of the form. */
  public static final List<SourceKey> ALL =
      List.of(
          needed("name"),
          text("title"),
          needed("url"),
          text("region"),
          text("agency"),
          new SourceKey("agencies", Kind.LIST, false),
          new SourceKey("hosts", Kind.LIST, false),
          limit("depth"),
          limit("every"),
          limit("recheck"),
          limit("delay"),
          limit("requests"),
          limit("pages"),
          text("only"),
          text("except"),
          text("items"),
          text("next"),
          text("attachments"),
          text("sitemaps"));

  private static SourceKey needed(String name) {
    return new SourceKey(name, Kind.TEXT, true);
  }

  private static SourceKey text(String name) {
    return new SourceKey(name, Kind.TEXT, false);
  }

  private static SourceKey limit(String name) {
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

  static List<String> limits() {
    return names(ALL.stream().filter(key -> key.kind == Kind.LIMIT));
  }
}
