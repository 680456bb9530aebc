package org.mingzhang.web.address;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Language of a page. Chinese pages have no mark in their address, English ones {@code lang=en}.
 */
public enum Language {
  CHINESE("zh", "zh-CN", Locale.SIMPLIFIED_CHINESE),
  ENGLISH("en", "en", Locale.ENGLISH);

  private final String id;
  private final String tag;
  private final Locale locale;

  Language(String id, String tag, Locale locale) {
    this.id = id;
    this.tag = tag;
    this.locale = locale;
  }

  /** The language an address asks for; Chinese unless it says otherwise. */
  public static Language of(@Nullable String parameter) {
    return "en".equalsIgnoreCase(parameter) ? ENGLISH : CHINESE;
  }

  /** Name in addresses and of the message bundle. */
  public String id() {
    return id;
  }

  /** BCP 47 tag for {@code lang} and {@code hreflang}. */
  public String tag() {
    return tag;
  }

  /** Locale for templates. */
  public Locale locale() {
    return locale;
  }

  /** The one or the other form of a text. */
  public <T> T choose(T chinese, T english) {
    return this == ENGLISH ? english : chinese;
  }
}
