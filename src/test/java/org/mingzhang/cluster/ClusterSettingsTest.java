package org.mingzhang.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSettingsTest {
  @Test
  void addresses_are_read_as_typed() {
    assertThat(ClusterSettings.parseNodes("opensearch=a:9201, https://b.example:443/,c"))
        .containsExactly(
            URI.create("http://a:9201"),
            URI.create("https://b.example:443"),
            URI.create("http://c:9200"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:9200",
        "elastic=a:9200",
        "opensearch=",
        "opensearch=a,,b",
        "opensearch=ftp://a",
        "opensearch=https://user:secret@a:9200",
        "opensearch=http://a/path",
        "opensearch=a b"
      })
  void what_is_no_address_is_named(String typed) {
    assertThatThrownBy(() -> ClusterSettings.parseNodes(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host:9200");
  }

  @Test
  void impossible_values_are_named() {
    ClusterSettings settings = ClusterSettings.of(List.of(URI.create("http://a:9200")));
    assertThatThrownBy(() -> settings.withIndex("Upper Case", 3, 1)).hasMessageContaining("Upper");
    assertThatThrownBy(() -> settings.withIndex("a", 0, 1)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> settings.withIndex("a", 1, -1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> settings.withCredentials("user", null, null))
        .hasMessageContaining("password");
  }
}
