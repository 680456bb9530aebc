package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.archive.Alert;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentRemoval;

/**
 * Every kind of page through axe-core (WCAG 2.2 AA and its best practices), none wider than the
 * window. Each page is seen by axe-core at the smallest and the greatest width, in both colors,
 * with and without script, in each language, though not in all of their combinations, which would
 * take very long: the two rows of a width have every other page each. Between these widths only the
 * width of the page is looked at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class BarriersIT {
  private static final int MIDDLE = 768;

  private BrowserWalk walk;

  /** Pages whose addresses nobody can guess. */
  private final List<String> own = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path folder) {
    walk = BrowserWalk.startWithAlerts(folder);
    Archive archive = walk.portal.archive;
    String dossier =
        "{\"format\":\"mingzhang-dossier\",\"version\":1,\"title\":\"三公\",\"entries\":["
            + "{\"kind\":\"heading\",\"label\":\"一、接待\"},{\"kind\":\"sentence\",\"document\":"
            + "\"bsqzgh-2023-bmjs\",\"section\":\"qk-ztqk\",\"quote\":\"没有说过\",\"note\":\"**核对**\"}]}";
    own.add("/dossier/shared/" + archive.dossiers().share("三公", dossier, Instant.EPOCH).id());
    archive.alerts().request("reader@news.example", "scope=findings", "zh", 7, 0, Instant.now());
    Alert alert = archive.alerts().mailsDue(Instant.now(), 1).getFirst().alert();
    own.add("/alerts?search=scope%3Dfindings");
    own.add("/alerts/confirm/" + alert.confirmationToken());
    own.add("/alerts/end/" + alert.cancellationToken());
    DocumentRemoval removal = new DocumentRemoval(Addresses.REMOVED, Instant.EPOCH, "应发布单位要求");
    walk.portal.archive.removals().remove(removal);
  }

  @AfterAll
  void stop() {
    if (walk != null) {
      walk.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "390, LIGHT, true, '', false",
    "768, DARK, false, en, false",
    "1280, DARK, true, zh-Hant, false",
    "390, DARK, false, en, true",
    "768, LIGHT, true, '', true",
    "1280, LIGHT, false, zh-Hant, true"
  })
  void no_page_has_a_barrier_or_scrolls_sideways(
      int width, ColorScheme colors, boolean script, String language, boolean odd) {
    List<String> found = new ArrayList<>();
    walk.walk(
        new BrowserWalk.Look(width, colors, true),
        page -> {
          if (!script) {
            // Shut off altogether, axe-core would not run either.
            page.route("**/*.js", Route::abort);
          }
          int at = odd ? 1 : 0;
          for (String path : paths()) {
            if (at++ % 2 == 0) {
              page.navigate(in(language, path));
              found.addAll(tooWide(page));
              if (width != MIDDLE) {
                found.addAll(barriers(page));
              }
            }
          }
        });
    assertThat(found).isEmpty();
  }

  private static String in(String language, String path) {
    return language.isEmpty() || path.contains("lang=")
        ? path
        : path + (path.contains("?") ? "&" : "?") + "lang=" + language;
  }

  private List<String> paths() {
    return Stream.of(Addresses.PAGES, Addresses.FURTHER, own).flatMap(List::stream).toList();
  }

  private static List<String> tooWide(Page page) {
    Object over =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return ((Number) over).intValue() > 0
        ? List.of(page.url() + " is " + over + " px too wide")
        : List.of();
  }

  private static List<String> barriers(Page page) {
    List<String> found = new ArrayList<>();
    new AxeBuilder(page)
        .setLegacyMode(true)
        .options(options())
        .analyze()
        .getViolations()
        .forEach(
            rule ->
                rule.getNodes()
                    .forEach(
                        node ->
                            found.add(page.url() + " " + rule.getId() + ": " + node.getHtml())));
    return found;
  }

  private static AxeRunOptions options() {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    AxeRuleOptions on = new AxeRuleOptions();
    on.setEnabled(true);
    options.setRules(Map.of("target-size", on));
    return options;
  }
}
