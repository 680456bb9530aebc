package org.mingzhang.collect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlCanonicalizerTest {
  private static final URI BASE = URI.create("http://www.example.gov.cn/a/b/index.html?x=1");

  @ParameterizedTest
  @CsvSource({
    "c.html, http://www.example.gov.cn/a/b/c.html",
    "./c.html, http://www.example.gov.cn/a/b/c.html",
    "../c.html, http://www.example.gov.cn/a/c.html",
    "../../../../c.html, http://www.example.gov.cn/c.html",
    "/c.html#top, http://www.example.gov.cn/c.html",
    "?page=2, http://www.example.gov.cn/a/b/index.html?page=2",
    "//cdn.example.gov.cn/f.pdf, http://cdn.example.gov.cn/f.pdf",
    "HTTPS://WWW.Example.gov.cn:443/X, https://www.example.gov.cn/X",
    "http://www.example.gov.cn, http://www.example.gov.cn/",
    "预算.pdf, http://www.example.gov.cn/a/b/%E9%A2%84%E7%AE%97.pdf",
    "a b.pdf, http://www.example.gov.cn/a/b/a%20b.pdf",
    "a%20b.pdf, http://www.example.gov.cn/a/b/a%20b.pdf",
    "100%.pdf, http://www.example.gov.cn/a/b/100%25.pdf",
    "c.jsp;jsessionid=AB12?id=3, http://www.example.gov.cn/a/b/c.jsp?id=3",
    "c.jsp?jsessionid=AB&id=3, http://www.example.gov.cn/a/b/c.jsp?id=3",
    "c.jsp?id=3&PHPSESSID=AB, http://www.example.gov.cn/a/b/c.jsp?id=3",
    "c\\d.pdf, http://www.example.gov.cn/a/b/c/d.pdf"
  })
  void a_link_has_one_spelling(String link, String address) {
    assertThat(UrlCanonicalizer.resolve(BASE, link)).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#x",
        "javascript:void(0)",
        "mailto:a@b.cn",
        "ftp://x.cn/a",
        "file:///etc/passwd",
        "http://user:pw@www.example.gov.cn/",
        "http:///a",
        "data:text/html,x",
        "x/x/x/x/x.html"
      })
  void what_cannot_be_fetched_is_no_address(String link) {
    assertThat(UrlCanonicalizer.resolve(BASE, link)).isEmpty();
  }
}
