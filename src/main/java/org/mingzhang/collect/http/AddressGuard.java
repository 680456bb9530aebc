package org.mingzhang.collect.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Resolves hosts and rejects those with an address that is not public (RFC 6890, IANA registries of
 * special-purpose addresses), against server-side request forgery. Connect to the returned
 * addresses and do not resolve the host again, because it may then have another address.
 */
public final class AddressGuard {
  /** Blocks of special-purpose addresses. */
  private static final List<CidrBlock> SPECIAL_PURPOSE_BLOCKS =
      List.of(
          CidrBlock.ofPrefix("0.0.0.0", 8),
          CidrBlock.ofPrefix("10.0.0.0", 8),
          CidrBlock.ofPrefix("100.64.0.0", 10),
          CidrBlock.ofPrefix("127.0.0.0", 8),
          CidrBlock.ofPrefix("169.254.0.0", 16),
          CidrBlock.ofPrefix("172.16.0.0", 12),
          CidrBlock.ofPrefix("192.0.0.0", 24),
          CidrBlock.ofPrefix("192.0.2.0", 24),
          CidrBlock.ofPrefix("192.88.99.0", 24),
          CidrBlock.ofPrefix("192.168.0.0", 16),
          CidrBlock.ofPrefix("198.18.0.0", 15),
          CidrBlock.ofPrefix("198.51.100.0", 24),
          CidrBlock.ofPrefix("203.0.113.0", 24),
          CidrBlock.ofPrefix("224.0.0.0", 3),
          CidrBlock.ofPrefix("::", 96),
          CidrBlock.ofPrefix("64:ff9b:1::", 48),
          CidrBlock.ofPrefix("100::", 64),
          CidrBlock.ofPrefix("2001::", 23),
          CidrBlock.ofPrefix("2001:db8::", 32),
          CidrBlock.ofPrefix("fc00::", 7),
          CidrBlock.ofPrefix("fe80::", 9),
          CidrBlock.ofPrefix("ff00::", 8));

  /** Blocks of IPv6 addresses that embed an IPv4 address, and its offset: NAT64 and 6to4. */
  private static final List<EmbeddedAddressFormat> EMBEDDED_IPV4_FORMATS =
      List.of(
          new EmbeddedAddressFormat(CidrBlock.ofPrefix("64:ff9b::", 96), 12),
          new EmbeddedAddressFormat(CidrBlock.ofPrefix("2002::", 16), 2));

  private final DnsResolver dnsResolver;
  private final boolean allowsPrivateAddresses;

  /**
   * Creates a guard.
   *
   * @param allowPrivate whether special-purpose addresses are allowed, for tests and intranet sites
   */
  public AddressGuard(DnsResolver dnsResolver, boolean allowPrivate) {
    this.dnsResolver = dnsResolver;
    this.allowsPrivateAddresses = allowPrivate;
  }

  /** A block of addresses with a common prefix, in CIDR notation. */
  private static final class CidrBlock {
    private final byte[] start;
    private final int prefixLength;

    private CidrBlock(byte[] start, int prefixLength) {
      this.start = start;
      this.prefixLength = prefixLength;
    }

    static CidrBlock ofPrefix(String literal, int prefixLength) {
      return new CidrBlock(parse(literal), prefixLength);
    }

    boolean contains(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int i = 0; i < prefixLength; i++) {
        int mask = 0x80 >> (i % 8);
        if ((address[i / 8] & mask) != (start[i / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * A block of IPv6 addresses that contain an IPv4 address, and the offset of that address in
   * bytes.
   */
  private record EmbeddedAddressFormat(CidrBlock block, int offset) {}

  private static byte[] parse(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(literal + " is not an address", e);
    }
  }

  /**
   * The addresses of a host.
   *
   * @throws FetchException if there is none, or if one of them is not allowed
   */
  public List<InetAddress> resolvePublicAddresses(String host) throws FetchException {
    List<InetAddress> addresses;
    try {
      addresses = dnsResolver.resolve(host);
    } catch (UnknownHostException e) {
      throw new FetchException(
          FetchException.Reason.UNKNOWN_HOST, "the host " + host + " is not known", e);
    }
    if (addresses.isEmpty()) {
      throw new FetchException(
          FetchException.Reason.UNKNOWN_HOST, "the host " + host + " has no address");
    }
    for (InetAddress address : addresses) {
      if (!allowsPrivateAddresses && isSpecialPurpose(address)) {
        throw new FetchException(
            FetchException.Reason.PRIVATE_ADDRESS,
            "the host " + host + " is " + address.getHostAddress() + ", not a public address");
      }
    }
    return addresses;
  }

  static boolean isSpecialPurpose(InetAddress address) {
    byte[] bytes = address.getAddress();
    for (CidrBlock cidrBlock : SPECIAL_PURPOSE_BLOCKS) {
      if (cidrBlock.contains(bytes)) {
        return true;
      }
    }
    for (EmbeddedAddressFormat embeddedAddressFormat : EMBEDDED_IPV4_FORMATS) {
      if (embeddedAddressFormat.block().contains(bytes)) {
        return isSpecialPurpose(embeddedIpv4(bytes, embeddedAddressFormat.offset()));
      }
    }
    return false;
  }

  private static InetAddress embeddedIpv4(byte[] address, int offset) {
    try {
      return Inet4Address.getByAddress(Arrays.copyOfRange(address, offset, offset + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
