package org.mingzhang.collect.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Resolves host names to addresses. */
@FunctionalInterface
public interface DnsResolver {
  /** All addresses of a host, in the order in which they are to be tried. */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** Resolves by {@link InetAddress#getAllByName}, which asks the operating system. */
  static DnsResolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
