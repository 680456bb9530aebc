package org.mingzhang.web.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/**
 * Proxies whose {@code X-Forwarded-For} header is trusted. Each proxy appends the address that it
 * sees to the entries that it received. The list is therefore read from its end: trusted proxies
 * are skipped, and the next address is that of the client. Entries forged by a client are thus
 * never used.
 */
public final class TrustedProxies {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

  /** An address, a range of addresses with a hyphen, or a network with its prefix length. */
  private static final Pattern ADDRESSES =
      Pattern.compile(
          "(?:" + IPV4 + "|[0-9a-fA-F]*:[0-9a-fA-F:.]*)(?:/\\d{1,3}|-(?:" + IPV4 + "))?");

  private static final Pattern PORT_OF_IPV4 = Pattern.compile("(?<=\\d\\.\\d{1,3}):\\d+$");

  private final InetAddressSet addresses = new InetAddressSet();

  /**
   * Creates a set of proxies.
   *
   * @param addresses addresses, networks ({@code 10.0.0.0/8}) or ranges ({@code 10.0.0.1-10.0.0.9})
   * @throws IllegalArgumentException if an address is malformed
   */
  public TrustedProxies(List<String> addresses) {
    addresses.forEach(this::add);
  }

  private void add(String address) {
    try {
      if (ADDRESSES.matcher(address).matches() && addresses.add(address)) {
        return;
      }
    } catch (IllegalArgumentException bad) {
      // the exception below reports the malformed address
    }
    throw new IllegalArgumentException(
        "trusted proxy '" + address + "' is not an IP address, network or range");
  }

  /** Whether an address belongs to a trusted proxy. */
  public boolean trusts(InetAddress address) {
    return addresses.test(address);
  }

  /**
   * The address of the client of a request.
   *
   * @param sender address from which the request came
   * @param forwarded the values of {@code X-Forwarded-For} in their order, joined by commas
   * @return the last entry of the header that is not a trusted proxy; the sender if it is not
   *     trusted or there is no header. If all entries are trusted, or an entry is malformed, the
   *     address of the last trusted proxy that was read.
   */
  public InetAddress findClient(InetAddress sender, @Nullable String forwarded) {
    InetAddress client = sender;
    if (forwarded == null) {
      return client;
    }
    String[] entries = forwarded.split(",", -1);
    for (int i = entries.length - 1; i >= 0 && trusts(client); i--) {
      InetAddress before = parseAddress(entries[i].strip());
      if (before == null) {
        return client;
      }
      client = before;
    }
    return client;
  }

  /**
   * Parses a printed address with or without port; null if it is malformed. No name is resolved.
   */
  private static @Nullable InetAddress parseAddress(String printedAddress) {
    String plain = PORT_OF_IPV4.matcher(printedAddress).replaceFirst("");
    if (plain.startsWith("[")) {
      int end = plain.indexOf(']');
      plain = end < 0 ? "" : plain.substring(1, end);
    }
    if (!IPV4.matcher(plain).matches() && plain.indexOf(':') < 0) {
      return null;
    }
    try {
      return InetAddress.getByName(plain);
    } catch (UnknownHostException notAnAddress) {
      return null;
    }
  }
}
