package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Quotes from an original are redirected to their places. */
@ExtendWith(SharedPortal.class)
class QuoteAddressTest {
  private static final String WORDS = "公务接待费全年预算为0万元";

  private final RunningPortal portal;

  QuoteAddressTest(RunningPortal portal) {
    this.portal = portal;
  }

  private HttpResponse<String> quote(String document, String words, String more) {
    return portal.get(
        "/d/"
            + document
            + "/quote?quote="
            + URLEncoder.encode(words, StandardCharsets.UTF_8)
            + more);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void to_the_section_that_has_them_with_the_words_marked() {
    String address = location(quote("qsqzgh-2024-bmjs", "公务接待费 全年\n预算为0万元", "&page=20"));
    assertThat(address).startsWith("/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk?").endsWith("#quote");
    assertThat(portal.get(address.replace("#quote", "")).body())
        .contains("id=\"quote\"")
        .contains(WORDS);
    assertThat(location(quote("qsqzgh-2024-bmjs", WORDS, "&lang=en"))).contains("lang=en");
  }

  @Test
  void to_the_page_of_the_original_where_no_section_has_them() {
    assertThat(location(quote("bsqzgh-2023-bmjs", "page 2", "&page=2")))
        .startsWith("/d/bsqzgh-2023-bmjs/pages?v=")
        .endsWith("#page=2&quote=page%202");
  }

  @Test
  void no_words_are_a_bad_request_and_no_document_is_not_found() {
    assertThat(quote("qsqzgh-2024-bmjs", " ", "").statusCode()).isEqualTo(400);
    assertThat(quote("nothing-1", WORDS, "").statusCode()).isEqualTo(404);
  }
}
