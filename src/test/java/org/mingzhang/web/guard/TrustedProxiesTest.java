package org.mingzhang.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final TrustedProxies PROXIES =
      new TrustedProxies(List.of("127.0.0.1", "10.0.0.0/8", "2001:db8::1"));

  /** Sender, header, and expected client. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Through one proxy, through two, and with a port.
        "127.0.0.1 | 203.0.113.9 | 203.0.113.9",
        "127.0.0.1 | 203.0.113.9, 10.1.2.3 | 203.0.113.9",
        "2001:db8::1 | 203.0.113.9:4711 | 203.0.113.9",
        "127.0.0.1 | [2001:db8::9]:4711 | 2001:db8:0:0:0:0:0:9",
        "127.0.0.1 | 2001:db8::9 | 2001:db8:0:0:0:0:0:9",
        // Entries of the client come before those of the proxy.
        "127.0.0.1 | 198.51.100.1, 203.0.113.9 | 203.0.113.9",
        "127.0.0.1 | 10.9.9.9, 203.0.113.9 | 203.0.113.9",
        "127.0.0.1 | evil.example, 203.0.113.9 | 203.0.113.9",
        // The header of an untrusted sender is ignored.
        "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
        "192.168.0.1 | 198.51.100.1 | 192.168.0.1",
        // Malformed addresses are ignored; no name is resolved.
        "127.0.0.1 | localhost | 127.0.0.1",
        "127.0.0.1 | cafe | 127.0.0.1",
        "127.0.0.1 | unknown, 10.1.2.3 | 10.1.2.3",
        "127.0.0.1 | 999.1.1.1 | 127.0.0.1",
        "127.0.0.1 | '' | 127.0.0.1",
        "127.0.0.1 | 10.1.2.3 | 10.1.2.3"
      })
  void the_client_is_the_last_address_that_is_no_proxy(String sender, String said, String client)
      throws Exception {
    assertThat(PROXIES.findClient(InetAddress.getByName(sender), said).getHostAddress())
        .isEqualTo(client);
  }

  @Test
  void without_trust_a_header_counts_for_nothing() throws Exception {
    TrustedProxies none = new TrustedProxies(List.of());
    InetAddress sender = InetAddress.getLoopbackAddress();
    assertThat(none.findClient(sender, "203.0.113.9")).isEqualTo(sender);
    assertThat(none.findClient(sender, null)).isEqualTo(sender);
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/99", "cafe", "", "10.0.0", "::/x"})
  void what_is_no_address_is_refused_by_name(String address) {
    assertThatThrownBy(() -> new TrustedProxies(List.of(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + address + "'");
  }
}
