package org.mingzhang.collect.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * A setting of a source in the file of sources. The parser, the editor and the form of the
 * administration page share this list.
 *
 * @param name its key in the file
 * @param kind kind of its value
 * @param required whether every source must have it
 */
public record SourceSetting(String name, Kind kind, boolean required) {
  public enum Kind {
    TEXT,
    LIST,
    /** One of {@link CrawlSource.Limits}; it may also be under {@code defaults}. */
    LIMIT
  }

  /** All settings, in the order of the form. */
  public static final List<SourceSetting> ALL =
      List.of(
          requiredText("name"),
          optionalText("title"),
          requiredText("url"),
          optionalText("region"),
          optionalText("agency"),
          new SourceSetting("agencies", Kind.LIST, false),
          new SourceSetting("hosts", Kind.LIST, false),
          limit("depth"),
          limit("every"),
          limit("recheck"),
          limit("delay"),
          limit("requests"),
          limit("pages"),
          optionalText("only"),
          optionalText("except"),
          optionalText("items"),
          optionalText("next"),
          optionalText("attachments"),
          optionalText("sitemaps"));

  private static SourceSetting requiredText(String name) {
    return new SourceSetting(name, Kind.TEXT, true);
  }

  private static SourceSetting optionalText(String name) {
    return new SourceSetting(name, Kind.TEXT, false);
  }

  private static SourceSetting limit(String name) {
    return new SourceSetting(name, Kind.LIMIT, false);
  }

  /** Whether its value is a list. */
  public boolean isList() {
    return kind == Kind.LIST;
  }

  private static List<String> names(Stream<SourceSetting> settings) {
    return settings.map(SourceSetting::name).toList();
  }

  static List<String> names() {
    return names(ALL.stream());
  }

  static List<String> limitNames() {
    return names(ALL.stream().filter(setting -> setting.kind == Kind.LIMIT));
  }
}
