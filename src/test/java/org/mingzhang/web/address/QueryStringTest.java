package org.mingzhang.web.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;

/** Encoding is that of {@link URLEncoder}, except for spaces and for slashes in values. */
class QueryStringTest {
  @Test
  void words_are_encoded_as_the_jdk_does_and_come_back() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(12); k > 0; k--) {
        switch (random.nextInt(4)) {
          case 0 -> text.append((char) (' ' + random.nextInt(95)));
          case 1 -> text.append((char) (0x4E00 + random.nextInt(0x5000)));
          case 2 -> text.appendCodePoint(0x20000 + random.nextInt(0x1000));
          default -> text.append("/+%&=?# ".charAt(random.nextInt(8)));
        }
      }
      String plain = text.toString();
      String wanted = URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
      assertThat(QueryString.encodePathSegment(plain)).as("seed %d", seed).isEqualTo(wanted);
      assertThat(QueryString.encode(plain)).isEqualTo(wanted.replace("%2F", "/"));
      assertThat(URLDecoder.decode(QueryString.encode(plain), StandardCharsets.UTF_8))
          .isEqualTo(plain);
    }
  }

  @Test
  void what_has_no_value_is_left_out() {
    QueryString query = new QueryString().add("q", "三 公").add("lang", null).add("page", "");
    assertThat(query.appendTo("/search")).isEqualTo("/search?q=%E4%B8%89%20%E5%85%AC");
    assertThat(new QueryString().appendTo("/search")).isEqualTo("/search");
  }
}
