package org.mingzhang.web.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/**
 * Proxies whose word on the address of their client is taken. A proxy adds the address that it sees
 * to the end of {@code X-Forwarded-For}; everything before it was said by somebody else. So the
 * list is read from its end, past the addresses of trusted proxies, and the first other one is the
 * client: what a client writes into the header itself is never reached.
 */
public final class TrustedProxies {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

  /** An address, two of them joined by a hyphen, or one with the length of its network. */
  private static final Pattern ADDRESSES =
      Pattern.compile(
          "(?:" + IPV4 + "|[0-9a-fA-F]*:[0-9a-fA-F:.]*)(?:/\\d{1,3}|-(?:" + IPV4 + "))?");

  private static final Pattern PORT_OF_IPV4 = Pattern.compile("(?<=\\d\\.\\d{1,3}):\\d+$");

  private final InetAddressSet addresses = new InetAddressSet();

  /**
   * Proxies by their addresses.
   *
   * @param addresses addresses, networks ({@code 10.0.0.0/8}) or ranges ({@code 10.0.0.1-10.0.0.9})
   * @throws IllegalArgumentException naming one that is no such thing
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
      // Told below, with what was given.
    }
    throw new IllegalArgumentException(
        "trusted proxy '" + address + "' is no IP address, network or range");
  }

  /** Whether a proxy at this address is believed. */
  public boolean trusts(InetAddress address) {
    return addresses.test(address);
  }

  /**
   * The address of the client behind a proxy.
   *
   * @param sender where the request came from
   * @param forwarded the values of {@code X-Forwarded-For} in their order, joined by commas
   * @return the sender itself where it is not trusted or names nobody
   */
  public InetAddress client(InetAddress sender, @Nullable String forwarded) {
    InetAddress client = sender;
    if (forwarded == null) {
      return client;
    }
    String[] said = forwarded.split(",", -1);
    for (int i = said.length - 1; i >= 0 && trusts(client); i--) {
      InetAddress before = address(said[i].strip());
      if (before == null) {
        return client;
      }
      client = before;
    }
    return client;
  }

  /**
   * An address as it is printed, with a port or without; null for all else. Asks no name server.
   */
  private static @Nullable InetAddress address(String printed) {
    String plain = PORT_OF_IPV4.matcher(printed).replaceFirst("");
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
