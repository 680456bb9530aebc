package org.mingzhang.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks the option {@code --public-url}. */
final class PublicUrl {
  private PublicUrl() {}

  /**
   * The address without closing slashes; null for null.
   *
   * @throws BadOptionException if it is not an http or https address of a host, or has a user, a
   *     query or a fragment
   */
  static @Nullable String parse(@Nullable String url) {
    if (url == null) {
      return null;
    }
    String address = url.strip().replaceFirst("/+$", "");
    if (!isWebAddress(address)) {
      throw new BadOptionException(
          "--public-url must be an address such as https://example.org, not " + url);
    }
    return address;
  }

  private static boolean isWebAddress(String address) {
    try {
      URI uri = new URI(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https"))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException invalid) {
      return false;
    }
  }
}
