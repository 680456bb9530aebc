package org.mingzhang.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers and programs ask for, at random: searches above all, then pages of all kinds. */
final class Visits {
  private static final List<String> WORDS =
      List.of("三公经费", "公务接待费", "\"机关运行经费\"", "绩效自评", "残保金", "预算 教育", "政府采购", "year:2024 收入");
  private static final List<String> SEARCHES =
      List.of(
          "/search?q=",
          "/search?q=",
          "/search?q=",
          "/api/v1/search?q=",
          "/api/v1/suggest?q=",
          "/search?scope=figures&q=",
          "/search?scope=indicators&q=",
          "/search?group=document&q=",
          "/search/facet?dimension=agency&q=",
          "/search.atom?q=",
          "/api/v1/export?format=csv&q=");
  private static final List<String> PAGES =
      List.of("/", "/regions", "/changes", "/compare", "/indicators", "/coverage", "/changes.atom");
  private static final Pattern LOCATION = Pattern.compile("<loc>https?://[^/<]+([^<]+)</loc>");

  private final List<String> kept = new ArrayList<>(PAGES);
  private final Random random;

  private Visits(long seed) {
    this.random = new Random(seed);
  }

  /** Visits to what the site's own list of pages names. */
  static Visits of(HttpClient client, String origin, long seed)
      throws IOException, InterruptedException {
    Visits visits = new Visits(seed);
    String list =
        client
            .send(
                HttpRequest.newBuilder(URI.create(origin + "/sitemap.xml")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher location = LOCATION.matcher(list);
    while (location.find() && visits.kept.size() < 400) {
      visits.kept.add(location.group(1).replace("&amp;", "&"));
    }
    return visits;
  }

  /** The next address, without the origin. */
  String next() {
    if (random.nextInt(10) < 3) {
      return kept.get(random.nextInt(kept.size()));
    }
    String words = WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(500);
    return SEARCHES.get(random.nextInt(SEARCHES.size()))
        + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
