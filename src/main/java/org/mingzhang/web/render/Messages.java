package org.mingzhang.web.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.web.address.Language;

/**
 * The texts of the pages, from {@code messages/zh.properties} and {@code messages/en.properties}.
 * Pages in traditional characters use the Chinese texts and are converted as a whole. {@code {0}},
 * {@code {1}}, … are placeholders for values; {@code {0|hit|hits}} is a placeholder for a word in
 * the singular or plural. Thread-safe.
 */
public final class Messages {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(\\d)(?:\\|([^|{}]*)\\|([^|{}]*))?\\}");

  private final Supplier<Map<Language, Properties>> bundles;

  /** Creates an instance that reads the bundles packaged with the program. */
  public Messages() {
    Map<Language, Properties> packed =
        joinBundles(read("/messages/zh.properties"), read("/messages/en.properties"));
    this.bundles = () -> packed;
  }

  private Messages(Supplier<Map<Language, Properties>> bundles) {
    this.bundles = bundles;
  }

  /** Reads the bundles of a folder, and reads them again whenever one of them changes. */
  public static Messages reloading(Path folder) {
    return reloading(folder, ReloadingValue.DEFAULT_CHECK_INTERVAL);
  }

  static Messages reloading(Path folder, Duration checkInterval) {
    return new Messages(
        new ReloadingValue<>(
            folder,
            checkInterval,
            from -> joinBundles(read(from, "zh.properties"), read(from, "en.properties"))));
  }

  private static Map<Language, Properties> joinBundles(Properties chinese, Properties english) {
    Map<Language, Properties> bundles = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      bundles.put(language, language.choose(chinese, english));
    }
    return bundles;
  }

  private static Properties read(Path folder, String name) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve(name))) {
      properties.load(in);
    }
    return properties;
  }

  private static Properties read(String resource) {
    try (InputStream in = Messages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program is packed without " + resource);
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /**
   * The text with a key, with its placeholders replaced by values. A placeholder whose value is
   * missing is kept; one with two words, such as <code>{0|result|results}</code>, becomes the
   * second word.
   *
   * @throws IllegalArgumentException if the bundle has no such key
   */
  public String get(Language language, String key, Object... values) {
    String text = bundle(language).getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    return text.indexOf('{') < 0
        ? text
        : PLACEHOLDER
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(fill(found, values)));
  }

  /** What replaces a placeholder. */
  private static String fill(MatchResult placeholder, Object... values) {
    int at = Integer.parseInt(placeholder.group(1));
    String value = at < values.length ? String.valueOf(values[at]) : placeholder.group();
    return placeholder.group(2) == null ? value : placeholder.group(value.equals("1") ? 2 : 3);
  }

  /** Keys of a bundle. */
  public Set<String> keys(Language language) {
    return bundle(language).stringPropertyNames();
  }

  /** Whether the bundle of a language has a text for a key. */
  boolean contains(Language language, String key) {
    return bundle(language).getProperty(key) != null;
  }

  private Properties bundle(Language language) {
    return Objects.requireNonNull(bundles.get().get(language));
  }
}
