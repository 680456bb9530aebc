package org.mingzhang.collect.source;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.collect.http.UrlCanonicalizer;
import org.mingzhang.collect.source.CrawlSource.Limits;
import org.mingzhang.collect.source.CrawlSource.SiteRules;
import org.mingzhang.region.Gazetteer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Parser of {@code sources.yaml}: {@code contact}, {@code defaults} and a list of {@code sources}.
 * Tags are not allowed; error messages name line and key where these are known.
 */
public final class CrawlSourceParser {
  private static final int MAX_BYTES = 4 << 20;

  private final String file;

  private CrawlSourceParser(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws SourceException if the file is invalid or larger than {@link #MAX_BYTES}
   */
  public static SourceList read(Path path) throws IOException {
    if (Files.size(path) > MAX_BYTES) {
      throw new SourceException(path.getFileName() + " is larger than " + MAX_BYTES + " bytes");
    }
    String name = String.valueOf(path.getFileName());
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      return read(name, reader);
    } catch (CharacterCodingException e) {
      throw new SourceException(name + " is not UTF-8");
    }
  }

  /**
   * Parses the text of a file.
   *
   * @throws SourceException if the text is invalid
   */
  static SourceList parse(String name, String text) throws IOException {
    return read(name, new StringReader(text));
  }

  private static SourceList read(String name, Reader reader) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(10);
    options.setCodePointLimit(MAX_BYTES);
    try {
      Node node = new Yaml(new SafeConstructor(options)).compose(reader);
      return new CrawlSourceParser(name).parseSourceList(node);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new SourceException(name + ", line " + line + ": " + e.getProblem());
    } catch (YAMLException e) {
      throw new SourceException(
          name + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private SourceList parseSourceList(@Nullable Node node) throws SourceException {
    if (node == null) {
      throw new SourceException(file + " is empty");
    }
    YamlMapping top = new YamlMapping(file, node, List.of("contact", "defaults", "sources"));
    Limits defaults = Limits.standard();
    if (top.findNode("defaults").isPresent()) {
      defaults =
          readLimits(
              new YamlMapping(file, top.findNode("defaults").get(), SourceSetting.limitNames()),
              defaults);
    }
    List<CrawlSource> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node entry : top.list("sources")) {
      YamlMapping entries = new YamlMapping(file, entry, SourceSetting.names());
      CrawlSource source = readSource(entries, entry, defaults);
      if (!names.add(source.name())) {
        throw entries.createError("name", "there are two sources " + source.name());
      }
      sources.add(source);
    }
    return new SourceList(top.text("contact"), sources);
  }

  private static Limits readLimits(YamlMapping entries, Limits defaults) throws SourceException {
    Duration minute = Duration.ofMinutes(1);
    return new Limits(
        entries.number("depth", 0, 5, defaults.maxDepth()),
        entries.duration("every", minute, defaults.interval()),
        entries.duration("recheck", minute, defaults.recheckInterval()),
        entries.duration("delay", Duration.ZERO, defaults.requestDelay()),
        entries.number("requests", 1, 1_000_000, defaults.maxRequests()),
        entries.number("pages", 1, 20_000, defaults.maxListPages()));
  }

  private CrawlSource readSource(YamlMapping entries, Node node, Limits defaults)
      throws SourceException {
    String name = entries.requireText("name", node);
    if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,60}")) {
      throw entries.createError(
          "name",
          name + " must begin with a letter or digit and have only letters, digits and . _ -");
    }
    String typed = entries.requireText("url", node);
    URI url =
        UrlCanonicalizer.parse(typed)
            .orElseThrow(
                () -> entries.createError("url", typed + " is not an http or https address"));
    List<String> hosts = new ArrayList<>(List.of(url.getRawAuthority()));
    for (String host : entries.strings("hosts")) {
      if (!host.matches("[A-Za-z0-9.-]{1,253}(?::\\d{1,5})?")) {
        throw entries.createError("hosts", host + " is not a host name");
      }
      hosts.add(host.toLowerCase(Locale.ROOT));
    }
    String title = entries.text("title");
    String region = entries.text("region");
    if (region != null && Gazetteer.standard().parseCodeOrPath(region).isEmpty()) {
      throw entries.createError(
          "region", region + " is neither a code of GB/T 2260 nor a path such as 福建省/厦门市");
    }
    if (region == null && !entries.strings("agencies").isEmpty()) {
      throw entries.createError("agencies", "agencies need a region; add the key region");
    }
    return new CrawlSource(
        name,
        title == null ? name : title,
        url,
        region,
        entries.text("agency"),
        entries.strings("agencies"),
        hosts,
        readLimits(entries, defaults),
        readRules(entries));
  }

  private static SiteRules readRules(YamlMapping entries) throws SourceException {
    return new SiteRules(
        readSelector(entries, "items"),
        readSelector(entries, "next"),
        readSelector(entries, "attachments"),
        entries.pattern("only"),
        entries.pattern("except"),
        entries.booleanValue("sitemaps", false));
  }

  private static @Nullable String readSelector(YamlMapping entries, String key)
      throws SourceException {
    String text = entries.text(key);
    try {
      if (text != null) {
        Object unused = QueryParser.parse(text);
      }
      return text;
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw entries.createError(key, "not a CSS selector: " + text);
    }
  }
}
