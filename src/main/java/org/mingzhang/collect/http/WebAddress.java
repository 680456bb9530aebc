package org.mingzhang.collect.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of the web as links give them, made one spelling: absolute, host in lower case, without
 * fragment, session and default port, what is not ASCII in percent-encoded UTF-8.
 */
public final class WebAddress {
  private static final int LONGEST = 2_000;

  /** How often one folder may repeat in a path; more is a link that leads ever deeper. */
  private static final int MOST_REPEATED = 3;

  private static final Pattern SESSION =
      Pattern.compile("(?i);jsessionid=[^?/#]*|(?<=[?&])(?:jsessionid|phpsessid)=[^&]*&?");

  private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]");
  private static final Pattern HTTP = Pattern.compile("(?i)https?");
  private static final Pattern ABOVE = Pattern.compile("^(?:/\\.\\.(?=/|$))+");
  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern FRAGMENT = Pattern.compile("#.*$");

  private WebAddress() {}

  /** The address of a link on a page; empty if it is none that can be fetched. */
  public static Optional<URI> of(URI base, String link) {
    String clean = BREAKS.matcher(link.strip()).replaceAll("");
    if (clean.isEmpty() || clean.startsWith("#") || clean.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI relative = new URI(encoded(clean));
      String scheme = relative.getScheme();
      if (relative.isOpaque() || (scheme != null && !HTTP.matcher(scheme).matches())) {
        return Optional.empty();
      }
      return Optional.ofNullable(tidy(resolved(base, relative)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address of something typed; empty if it cannot be fetched. */
  public static Optional<URI> of(String typed) {
    return typed.matches("(?is)https?://.+")
        ? of(URI.create("http://invalid/"), typed)
        : Optional.empty();
  }

  private static URI resolved(URI base, URI relative) throws URISyntaxException {
    boolean queryOnly =
        relative.getScheme() == null
            && relative.getRawAuthority() == null
            && String.valueOf(relative.getRawPath()).isEmpty();
    if (queryOnly) { // java.net.URI follows RFC 2396 here, browsers RFC 3986
      String path = base.getRawPath();
      String query = relative.getRawQuery() == null ? base.getRawQuery() : relative.getRawQuery();
      return new URI(
          base.getScheme()
              + "://"
              + base.getRawAuthority()
              + (path.isEmpty() ? "/" : path)
              + (query == null ? "" : "?" + query));
    }
    return base.resolve(relative);
  }

  private static @Nullable URI tidy(URI uri) throws URISyntaxException {
    String host = uri.getHost();
    if (host == null || uri.getRawUserInfo() != null) {
      return null;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort();
    boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
    String path = ABOVE.matcher(String.valueOf(uri.normalize().getRawPath())).replaceFirst("");
    String query = uri.getRawQuery();
    String rest = (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    String plain = SESSION.matcher(rest).replaceAll("").replaceFirst("[?&]$", "");
    if (repeats(path)) {
      return null;
    }
    return new URI(
        scheme + "://" + host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port) + plain);
  }

  /** Whether a folder stands in a path so often that a page must link itself. */
  private static boolean repeats(String path) {
    Map<String, Integer> counts = new HashMap<>();
    for (String folder : path.split("/", -1)) {
      if (!folder.isEmpty() && counts.merge(folder, 1, Integer::sum) > MOST_REPEATED) {
        return true;
      }
    }
    return false;
  }

  /** Encodes what may not stand in an address, and leaves what is encoded as it is. */
  private static String encoded(String link) {
    StringBuilder text = new StringBuilder();
    for (byte b : link.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (c <= 0x20 || c >= 0x7f || "\"<>^`{|}[]".indexOf(c) >= 0) {
        text.append('%').append(String.format(Locale.ROOT, "%02X", c));
      } else {
        text.append((char) c);
      }
    }
    return FRAGMENT.matcher(NO_ESCAPE.matcher(text).replaceAll("%25")).replaceFirst("");
  }

  /** Host and port, by which requests are spaced and sources bounded. */
  public static String authority(URI uri) {
    return uri.getRawAuthority();
  }

  /** The folder of an address, with a closing slash. */
  public static String folder(URI uri) {
    String text = uri.getRawPath();
    return text.substring(0, text.lastIndexOf('/') + 1);
  }
}
