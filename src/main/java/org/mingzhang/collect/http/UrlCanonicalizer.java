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
 * Resolves URLs and brings them into canonical form: absolute, host in lower case, without
 * fragment, session id and default port, non-ASCII characters percent-encoded as UTF-8.
 */
public final class UrlCanonicalizer {
  private static final int MAX_LENGTH = 2_000;

  /** Maximum number of equal path segments; more are a sign of an endless tree of links. */
  private static final int MAX_EQUAL_SEGMENTS = 3;

  private static final Pattern SESSION_ID =
      Pattern.compile("(?i);jsessionid=[^?/#]*|(?<=[?&])(?:jsessionid|phpsessid)=[^&]*&?");

  private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\r\\n]");
  private static final Pattern HTTP_SCHEME = Pattern.compile("(?i)https?");
  private static final Pattern LEADING_PARENT_SEGMENTS = Pattern.compile("^(?:/\\.\\.(?=/|$))+");
  private static final Pattern UNESCAPED_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern FRAGMENT = Pattern.compile("#.*$");

  private UrlCanonicalizer() {}

  /**
   * The address of a link on a page; empty if it leads to the page itself or is not to be fetched:
   * it is malformed or too long, has another scheme than http and https or user information, or
   * repeats a segment of its path too often.
   */
  public static Optional<URI> resolve(URI base, String link) {
    String clean = LINE_BREAKS.matcher(link.strip()).replaceAll("");
    if (clean.isEmpty() || clean.startsWith("#") || clean.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      URI relative = new URI(percentEncode(clean));
      String scheme = relative.getScheme();
      if (relative.isOpaque() || (scheme != null && !HTTP_SCHEME.matcher(scheme).matches())) {
        return Optional.empty();
      }
      return Optional.ofNullable(canonicalize(makeAbsolute(base, relative)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Parses an absolute address; empty if it is not to be fetched, see {@link #resolve}. */
  public static Optional<URI> parse(String typedUrl) {
    return typedUrl.matches("(?is)https?://.+")
        ? resolve(URI.create("http://invalid/"), typedUrl)
        : Optional.empty();
  }

  private static URI makeAbsolute(URI base, URI relative) throws URISyntaxException {
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

  private static @Nullable URI canonicalize(URI uri) throws URISyntaxException {
    String host = uri.getHost();
    if (host == null || uri.getRawUserInfo() != null) {
      return null;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort();
    boolean defaultPort = port < 0 || port == (scheme.equals("https") ? 443 : 80);
    String path =
        LEADING_PARENT_SEGMENTS
            .matcher(String.valueOf(uri.normalize().getRawPath()))
            .replaceFirst("");
    String query = uri.getRawQuery();
    String rest = (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    String plain = SESSION_ID.matcher(rest).replaceAll("").replaceFirst("[?&]$", "");
    if (hasRecursivePath(path)) {
      return null;
    }
    return new URI(
        scheme + "://" + host.toLowerCase(Locale.ROOT) + (defaultPort ? "" : ":" + port) + plain);
  }

  /**
   * Whether a path repeats a segment so often that relative links on the page probably lead back to
   * the page itself.
   */
  private static boolean hasRecursivePath(String path) {
    Map<String, Integer> counts = new HashMap<>();
    for (String folder : path.split("/", -1)) {
      if (!folder.isEmpty() && counts.merge(folder, 1, Integer::sum) > MAX_EQUAL_SEGMENTS) {
        return true;
      }
    }
    return false;
  }

  /**
   * Encodes characters that are not allowed in an address, but not those already encoded; removes
   * the fragment and replaces backslashes by slashes.
   */
  private static String percentEncode(String link) {
    StringBuilder text = new StringBuilder();
    for (byte b : link.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (c <= 0x20 || c >= 0x7f || "\"<>^`{|}[]".indexOf(c) >= 0) {
        text.append('%').append(String.format(Locale.ROOT, "%02X", c));
      } else {
        text.append((char) c);
      }
    }
    return FRAGMENT.matcher(UNESCAPED_PERCENT.matcher(text).replaceAll("%25")).replaceFirst("");
  }

  /** The host, with the port if one is stated. */
  public static String authority(URI uri) {
    return uri.getRawAuthority();
  }

  /** The path of an address up to its last slash, inclusive. */
  public static String parentPath(URI uri) {
    String text = uri.getRawPath();
    return text.substring(0, text.lastIndexOf('/') + 1);
  }
}
