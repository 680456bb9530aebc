package org.mingzhang.collect.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the address of a host and refuses those that are not of the public Internet (RFC 6890, IANA
 * registries of special-purpose addresses): a site must not make the collector ask its own network.
 * A host one of whose addresses is refused is refused as a whole. The address given is the one to
 * connect to: looked up again it might be another.
 */
public final class AddressGuard {
  /** First address, length of the prefix. */
  private static final List<Block> SPECIAL =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("10.0.0.0", 8),
          Block.of("100.64.0.0", 10),
          Block.of("127.0.0.0", 8),
          Block.of("169.254.0.0", 16),
          Block.of("172.16.0.0", 12),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("192.168.0.0", 16),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 3),
          Block.of("::", 96),
          Block.of("64:ff9b:1::", 48),
          Block.of("100::", 64),
          Block.of("2001::", 23),
          Block.of("2001:db8::", 32),
          Block.of("fc00::", 7),
          Block.of("fe80::", 9),
          Block.of("ff00::", 8));

  /** Addresses of IPv6 that hold one of IPv4, and where: NAT64 and 6to4. */
  private static final List<Embedding> EMBEDDED =
      List.of(
          new Embedding(Block.of("64:ff9b::", 96), 12), new Embedding(Block.of("2002::", 16), 2));

  private final Resolver resolver;
  private final boolean allowPrivate;

  /**
   * A guard.
   *
   * @param allowPrivate whether addresses of one's own network may be asked, for tests and sites of
   *     an intranet
   */
  public AddressGuard(Resolver resolver, boolean allowPrivate) {
    this.resolver = resolver;
    this.allowPrivate = allowPrivate;
  }

  private static final class Block {
    private final byte[] start;
    private final int bits;

    private Block(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    static Block of(String literal, int bits) {
      return new Block(literal(literal), bits);
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i % 8);
        if ((address[i / 8] & mask) != (start[i / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private record Embedding(Block block, int offset) {}

  private static byte[] literal(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(literal + " is no address", e);
    }
  }

  /**
   * The addresses of a host, all of which may be asked.
   *
   * @throws FetchException if one of them may not, or there is none
   */
  public List<InetAddress> resolve(String host) throws FetchException {
    List<InetAddress> addresses;
    try {
      addresses = resolver.resolve(host);
    } catch (UnknownHostException e) {
      throw new FetchException(
          FetchException.Reason.UNKNOWN_HOST, "the host " + host + " is not known", e);
    }
    if (addresses.isEmpty()) {
      throw new FetchException(
          FetchException.Reason.UNKNOWN_HOST, "the host " + host + " has no address");
    }
    for (InetAddress address : addresses) {
      if (!allowPrivate && isSpecial(address)) {
        throw new FetchException(
            FetchException.Reason.PRIVATE_ADDRESS,
            "the host " + host + " is " + address.getHostAddress() + ", not a public address");
      }
    }
    return addresses;
  }

  /** Whether an address is not of the public Internet. */
  static boolean isSpecial(InetAddress address) {
    byte[] bytes = address.getAddress();
    for (Block block : SPECIAL) {
      if (block.holds(bytes)) {
        return true;
      }
    }
    for (Embedding each : EMBEDDED) {
      if (each.block().holds(bytes)) {
        return isSpecial(inner(bytes, each.offset()));
      }
    }
    return false;
  }

  private static InetAddress inner(byte[] address, int offset) {
    try {
      return Inet4Address.getByAddress(Arrays.copyOfRange(address, offset, offset + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
