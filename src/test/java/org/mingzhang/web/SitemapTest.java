package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.archive.Archive;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.api.Sitemap;

class SitemapTest {
  private static final String ORIGIN = "https://example.org";
  private static final Pattern PLACE = Pattern.compile("<loc>https://example\\.org(.*?)</loc>");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9, 10, 13})
  void parts_hold_all_that_one_file_would_in_the_same_order(int most) {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      new InventedDisclosures(archive, folder).store();
      List<String> all = places(new Sitemap(archive, Sitemap.MAX_ADDRESSES).buildRoot(ORIGIN));
      Sitemap sitemap = new Sitemap(archive, most);

      String index = sitemap.buildRoot(ORIGIN);

      assertThat(all).contains("/", "/help", "/d/bsqzgh-2023-bmjs").doesNotHaveDuplicates();
      assertThat(index).contains("<sitemapindex ");
      List<String> together = new ArrayList<>();
      for (String part : places(index)) {
        String number = part.replaceAll("\\D", "");
        assertThat(part).isEqualTo("/sitemap-" + number + ".xml");
        List<String> own = places(sitemap.buildPart(ORIGIN, number));
        assertThat(own).hasSizeBetween(1, most);
        together.addAll(own);
      }
      assertThat(together).isEqualTo(all);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "-1", "x", "99999999999"})
  void a_part_that_is_not_there_is_not_found(String number) {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      Sitemap sitemap = new Sitemap(archive, 100);
      assertThatThrownBy(() -> sitemap.buildPart(ORIGIN, number))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining(number);
    }
  }

  @Test
  void the_portal_serves_the_first_part_as_well() {
    try (RunningPortal portal = new RunningPortal(folder)) {
      assertThat(portal.get("/sitemap-1.xml").body()).isEqualTo(portal.get("/sitemap.xml").body());
      assertThat(portal.get("/sitemap-2.xml").statusCode()).isEqualTo(404);
    }
  }

  private static List<String> places(String xml) {
    return PLACE.matcher(xml).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
