package org.mingzhang.collect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2002:c0a8:101::",
        "::ffff:127.0.0.1",
        "::7f00:1"
      })
  void an_address_that_is_not_of_the_public_internet_is_refused(String literal) throws Exception {
    InetAddress address = InetAddress.getByName(literal);
    AddressGuard guard =
        new AddressGuard(host -> List.of(InetAddress.getByName("8.8.8.8"), address), false);
    assertThatThrownBy(() -> guard.resolvePublicAddresses("site.test"))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("not a public address");
    assertThat(new AddressGuard(host -> List.of(address), true).resolvePublicAddresses("site.test"))
        .containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.169.0.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2400:3200::1",
        "64:ff9b::808:808",
        "2002:808:808::"
      })
  void an_address_of_the_public_internet_is_not(String literal) throws Exception {
    InetAddress address = InetAddress.getByName(literal);
    assertThat(
            new AddressGuard(host -> List.of(address), false).resolvePublicAddresses("site.test"))
        .containsExactly(address);
  }

  @Test
  void a_host_without_an_address_is_told() {
    assertThatThrownBy(
            () -> new AddressGuard(host -> List.of(), false).resolvePublicAddresses("site.test"))
        .hasMessageContaining("site.test has no address");
  }
}
