package org.mingzhang.web.address;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Language of a page. Addresses of pages in simplified Chinese have no {@code lang}; the others
 * have {@code lang=en}, {@code lang=zh-Hant} or {@code lang=zh-Hant-all}.
 */
public enum Language {
  CHINESE(null, "zh-CN", "简体", Locale.SIMPLIFIED_CHINESE),
  /** Traditional characters for the portal's own texts; documents as published. */
  TRADITIONAL("zh-Hant", "zh-Hant", "繁體", Locale.TRADITIONAL_CHINESE),
  /** Traditional characters for documents as well. For reading, not for citing. */
  TRADITIONAL_THROUGHOUT("zh-Hant-all", "zh-Hant", "繁體", Locale.TRADITIONAL_CHINESE),
  ENGLISH("en", "en", "English", Locale.ENGLISH);

  private final @Nullable String parameter;
  private final String tag;
  private final String nativeName;
  private final Locale locale;

  Language(@Nullable String parameter, String tag, String nativeName, Locale locale) {
    this.parameter = parameter;
    this.tag = tag;
    this.nativeName = nativeName;
    this.locale = locale;
  }

  /**
   * The language for a value of {@code lang}, ignoring case; simplified Chinese if it is null or
   * unknown.
   */
  public static Language of(@Nullable String parameter) {
    return Arrays.stream(values())
        .filter(l -> l.parameter != null && l.parameter.equalsIgnoreCase(parameter))
        .findFirst()
        .orElse(CHINESE);
  }

  /** All values of {@code lang}, among them the tag of simplified Chinese. */
  public static List<String> names() {
    return Arrays.stream(values()).map(l -> l.parameter == null ? l.tag : l.parameter).toList();
  }

  /** The languages that a reader chooses between. */
  public static List<Language> offeredLanguages() {
    return List.of(CHINESE, TRADITIONAL, ENGLISH);
  }

  /** Value of {@code lang} in addresses; null if addresses in this language have none. */
  public @Nullable String parameter() {
    return parameter;
  }

  /** BCP 47 tag for {@code lang} and {@code hreflang}. */
  public String tag() {
    return tag;
  }

  /** The name of the language in that language. */
  public String ownName() {
    return nativeName;
  }

  /** Locale for templates. */
  public Locale locale() {
    return locale;
  }

  /** Whether Chinese characters are shown in their traditional forms. */
  public boolean isTraditional() {
    return tag.equals(TRADITIONAL.tag);
  }

  /** Whether the text of documents is also converted to traditional characters. */
  public boolean convertsThroughout() {
    return this == TRADITIONAL_THROUGHOUT;
  }

  /** The language under which search engines list a page. */
  public Language indexedLanguage() {
    return convertsThroughout() ? TRADITIONAL : this;
  }

  /** Chooses the Chinese or the English form of a value. */
  public <T> T choose(T chinese, T english) {
    return this == ENGLISH ? english : chinese;
  }
}
