package org.mingzhang.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileLinkFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href=a.pdf>附件</a>|/z/a.pdf",
        "<a download href=a.txt>点击下载</a>|/z/a.txt",
        "<a download='决算.xml' href=a.xml>点击下载</a>|/z/a.xml",
        "<a href=a.txt>说明</a>|",
        "<a download href=a.png>二维码</a>|",
        "<a href='/download?id=3'>附件：决算.pdf</a>|/download?id=3",
      })
  void a_link_is_that_of_a_file_by_its_ending_its_mark_or_its_words(String html, String path) {
    WebPage webPage =
        WebPage.parse(URI.create("http://site.test/z/index.html"), "<p>" + html + "</p>");
    assertThat(new FileLinkFinder(webPage).find(null).keySet())
        .isEqualTo(path == null ? Set.of() : Set.of(URI.create("http://site.test" + path)));
  }
}
