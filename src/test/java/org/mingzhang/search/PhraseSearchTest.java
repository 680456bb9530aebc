package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Category;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.shard.SearchIndex;
import org.mingzhang.text.SearchNormalizer;

/**
 * Phrase search against a plain scan of the full texts. The number of random strings is the system
 * property {@code mingzhang.phrases} (300), that of laws, drawn at random, {@code mingzhang.laws}
 * (60).
 */
class PhraseSearchTest {
  private static final int PHRASES = Integer.getInteger("mingzhang.phrases", 300);
  private static final int LAWS = Integer.getInteger("mingzhang.laws", 60);
  private static final int SECTIONS_OF_DOCUMENT = 50;

  @Test
  void random_strings_of_synthetic_text_are_found_exactly() {
    long seed = Seed.next();
    Random random = new Random(seed);
    String alphabet = "三公经费支出決算“”\"，,。1234567890.％%（）() \n\tＡａ㎡總会—-、着著〔〕[]\uD840\uDC00";
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      int[] points = alphabet.codePoints().toArray();
      for (int n = random.nextInt(60) + 1; n > 0; n--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      texts.add(text.toString());
    }
    compare(texts, random, "seed " + seed);
  }

  /** Sections of many paragraphs on different pages; the scan folds text by itself. */
  @Test
  void random_strings_of_laws_are_found_across_lines_and_pages() throws IOException {
    Path laws = Path.of("../shared/laws");
    assumeTrue(Files.isDirectory(laws), "the collection of laws is not there");
    long seed = Seed.next();
    Random random = new Random(seed);
    List<Section> sections = new ArrayList<>();
    for (Path file : files(laws, random)) {
      String[] chapters = Files.readString(file).split("\n(?=#)", -1);
      for (String chapter : chapters) {
        String[] lines = chapter.lines().filter(line -> !line.isBlank()).toArray(String[]::new);
        sections.add(
            SearchIndex.section(Integer.toString(sections.size() + 1), "", "", Topic.OTHER, lines));
      }
    }
    try (SearchIndex index = of(sections)) {
      Map<String, String> folded = new LinkedHashMap<>();
      sections.forEach(s -> folded.put(id(folded.size()), IndependentFolding.fold(s.fullText())));
      for (int i = 0; i < PHRASES; i++) {
        String text = sections.get(random.nextInt(sections.size())).fullText();
        int start = whole(text, random.nextInt(Math.max(1, text.length())));
        int end = whole(text, Math.min(text.length(), start + 1 + random.nextInt(40)));
        String phrase = text.substring(start, end);
        String wanted = IndependentFolding.fold(phrase);
        if (!wanted.isEmpty() && !IndependentFolding.endsInsideNumber(wanted)) {
          Set<String> expected = new TreeSet<>();
          folded.forEach((id, all) -> addIf(expected, id, all.contains(wanted)));
          assertThat(found(index, phrase))
              .as("seed " + seed + ", phrase <" + phrase + ">")
              .isEqualTo(expected);
        }
      }
    }
  }

  private static void addIf(Set<String> ids, String id, boolean holds) {
    if (holds) {
      ids.add(id);
    }
  }

  private static List<Path> files(Path folder, Random random) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all =
          new ArrayList<>(files.filter(f -> f.toString().endsWith(".md")).sorted().toList());
      Collections.shuffle(all, random);
      return all.subList(0, Math.min(LAWS, all.size()));
    }
  }

  @Test
  void a_section_of_a_megabyte_is_found_from_its_first_word_to_its_last() {
    String long1 = "起首" + "预算绩效管理工作稳步推进".repeat(90_000) + "末尾";
    try (SearchIndex index = index(List.of(long1, "7".repeat(70_000)))) {
      assertThat(found(index, "起首预算")).hasSize(1);
      assertThat(found(index, "推进末尾")).hasSize(1);
      assertThat(found(index, "7".repeat(40))).hasSize(1);
    }
  }

  private static void compare(List<String> texts, Random random, String about) {
    try (SearchIndex index = index(texts)) {
      Map<String, String> folded = new LinkedHashMap<>();
      Map<String, String> originals = new LinkedHashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        String full = section(i, texts.get(i)).fullText();
        originals.put(id(i), full);
        folded.put(id(i), SearchNormalizer.fold(full));
      }
      List<String> all = List.copyOf(originals.values());
      for (int i = 0; i < PHRASES; i++) {
        String from = all.get(random.nextInt(all.size()));
        int start = random.nextInt(from.length());
        int end = Math.min(from.length(), start + 1 + random.nextInt(40));
        String phrase = from.substring(whole(from, start), whole(from, end));
        Set<String> expected = scan(originals, folded, phrase);
        if (!SearchNormalizer.fold(phrase).isEmpty()) {
          assertThat(found(index, phrase))
              .as(about + ", phrase <" + phrase + ">")
              .isEqualTo(expected);
          assertThat(expected).as(about + ", phrase <" + phrase + ">").isNotEmpty();
        }
      }
    }
  }

  /** The offset itself, or the next one if it would split a surrogate pair. */
  private static int whole(String text, int place) {
    boolean cut = place < text.length() && Character.isLowSurrogate(text.charAt(place));
    return cut ? place + 1 : place;
  }

  /** A section holds a string if either its folded text or its text without spaces does. */
  private static Set<String> scan(
      Map<String, String> originals, Map<String, String> folded, String phrase) {
    Set<String> expected = new TreeSet<>();
    List<String> readings = SearchNormalizer.findVariants(phrase);
    String bare = readings.getFirst();
    boolean edge = bare.startsWith(",") || bare.endsWith(",");
    folded.forEach(
        (id, text) -> {
          if (readings.stream().anyMatch(text::contains)
              || (edge && withSeparators(originals.getOrDefault(id, "")).contains(bare))) {
            expected.add(id);
          }
        });
    return expected;
  }

  /** The text folded, but with the commas of numbers left in. */
  private static String withSeparators(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints().forEach(c -> folded.append(SearchNormalizer.fold(Character.toString(c))));
    return folded.toString();
  }

  private static Set<String> found(SearchIndex index, String phrase) {
    Set<String> ids = new TreeSet<>();
    String next = null;
    do {
      SearchRequest request =
          new SearchRequest(
              '"' + phrase.replace('"', '“') + '"',
              SearchScope.SECTIONS,
              Map.of(),
              Map.of(),
              SearchRequest.Sort.YEAR,
              SearchRequest.Grouping.NONE,
              100,
              next);
      SearchResults results = index.service().search(request);
      results.hits().forEach(hit -> ids.add(hit.id()));
      next = results.nextCursor();
      if (next == null) {
        assertThat(results.total()).isEqualTo(ids.size());
      }
    } while (next != null);
    return ids;
  }

  private static String id(int i) {
    return "d" + i / SECTIONS_OF_DOCUMENT + "/s" + i % SECTIONS_OF_DOCUMENT;
  }

  private static Section section(int i, String text) {
    return SearchIndex.section(Integer.toString(i + 1), "", "", Topic.OTHER, text);
  }

  private static SearchIndex index(List<String> texts) {
    List<Section> sections = new ArrayList<>();
    texts.forEach(text -> sections.add(section(sections.size(), text)));
    return of(sections);
  }

  private static SearchIndex of(List<Section> sections) {
    SearchIndex index = new SearchIndex();
    for (int from = 0; from < sections.size(); from += SECTIONS_OF_DOCUMENT) {
      int d = from / SECTIONS_OF_DOCUMENT;
      List<Section> own =
          sections.subList(from, Math.min(sections.size(), from + SECTIONS_OF_DOCUMENT));
      index.add(
          "d" + d,
          SearchIndex.disclosure(
              SearchIndex.metadata("法律", null, null, 2020 + d % 4, Category.OTHER), own));
    }
    return index.refresh();
  }
}
