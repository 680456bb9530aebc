package org.mingzhang.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;

/** Tests the tokenizers with Lucene's test framework and with domain vocabulary. */
public class TokenizersTest extends BaseTokenStreamTestCase {
  private static final String SENTENCE = "漢陽區“三公” 經費１,050.00萬元。其中:公务接待费";

  private static final List<String> AMOUNTS =
      List.of(
          "1,050", "１，０５０．００", "1, 050", "万元", "2,345,678", "\n", " ", "“", "1", "\uD840\uDC0B");

  public void test_random_text_keeps_the_contract_of_token_streams() throws IOException {
    for (Analyzer analyzer :
        List.of(TextAnalyzers.bigrams(), TextAnalyzers.ngrams(), TextAnalyzers.characters())) {
      checkRandomData(random(), analyzer, 100 * RANDOM_MULTIPLIER);
      checkRandomData(random(), analyzer, 3 * RANDOM_MULTIPLIER, 4000);
    }
  }

  public void test_amounts_with_separators_keep_the_contract_of_token_streams() throws IOException {
    Random random = random();
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(AMOUNTS.get(random.nextInt(AMOUNTS.size())));
      }
      for (Analyzer analyzer :
          List.of(TextAnalyzers.bigrams(), TextAnalyzers.ngrams(), TextAnalyzers.characters())) {
        checkAnalysisConsistency(random, analyzer, random.nextBoolean(), text.toString());
      }
    }
  }

  public void test_random_text_keeps_the_contract_for_words() throws IOException {
    for (Analyzer analyzer : List.of(TextAnalyzers.indexedWords(), TextAnalyzers.queryWords())) {
      checkRandomData(random(), analyzer, 60 * RANDOM_MULTIPLIER);
      checkRandomData(random(), analyzer, 2 * RANDOM_MULTIPLIER, 4000);
    }
  }

  public void test_pairs_stand_at_the_places_of_their_characters() throws IOException {
    assertTokenStreamContents(
        TextAnalyzers.bigrams().tokenStream("f", "三 公\n“經”費"),
        new String[] {"三公", "公经", "经费", "费"},
        new int[] {0, 2, 5, 7},
        new int[] {3, 6, 8, 8},
        new int[] {1, 1, 1, 1},
        8);
  }

  public void test_pairs_with_a_dropped_separator_stand_beside_the_others() throws IOException {
    assertTokenStreamContents(
        TextAnalyzers.bigrams().tokenStream("f", "1,050"),
        new String[] {"10", "1,", ",0", "05", "50", "0"},
        new int[] {1, 0, 0, 1, 1, 1});
    assertTokenStreamContents(
        TextAnalyzers.characters().tokenStream("f", "1,050"),
        new String[] {"1", ",", "0", "5", "0"},
        new int[] {1, 0, 1, 1, 1});
  }

  public void test_runs_of_three_with_a_frequent_pair_stand_beside_the_pairs() throws IOException {
    assertTokenStreamContents(
        TextAnalyzers.ngrams().tokenStream("f", "总 支\n“出”額度"),
        new String[] {"总支", "总支出", "支出", "支出额", "出额", "额度", "度"},
        new int[] {0, 0, 2, 2, 5, 7, 8},
        new int[] {3, 6, 6, 8, 8, 9, 9},
        new int[] {1, 0, 1, 0, 1, 1, 1},
        9);
  }

  public void test_runs_hold_the_separators_they_begin_or_end_with() throws IOException {
    assertTokenStreamContents(
        TextAnalyzers.ngrams().tokenStream("f", "20,020"),
        new String[] {"20", "200", "20,", "00", "002", "0,", ",0", ",02", "02", "020", "20", "0"},
        new int[] {1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 1});
  }

  public void test_characters_outside_the_basic_plane_stay_whole() throws IOException {
    assertAnalyzesTo(
        TextAnalyzers.ngrams(), "支出𠀀b", new String[] {"支出", "支出𠀀", "出𠀀", "𠀀b", "b"});
    assertAnalyzesTo(TextAnalyzers.bigrams(), "a𠀀b", new String[] {"a𠀀", "𠀀b", "b"});
    assertAnalyzesTo(TextAnalyzers.characters(), "a𠀀b", new String[] {"a", "𠀀", "b"});
  }

  public void test_words_of_the_field_stay_whole_when_asked() throws IOException {
    assertTokenStreamContents(
        TextAnalyzers.queryWords().tokenStream("f", SENTENCE),
        new String[] {"汉阳区", "三公经费", "1050.00", "万元", "其中", "公务接待费"},
        new int[] {0, 4, 10, 18, 21, 24},
        new int[] {3, 10, 18, 20, 23, 29});
  }

  public void test_words_are_indexed_with_their_parts() throws IOException {
    assertTokenStreamContents(
        TextAnalyzers.indexedWords().tokenStream("f", "机关运行经费"),
        new String[] {"机关运行经费", "机关", "运行", "行经", "经费"},
        new int[] {0, 0, 2, 3, 4},
        new int[] {6, 2, 4, 5, 6});
  }

  public void test_a_stream_abandoned_half_way_leaves_nothing_behind() throws IOException {
    for (Analyzer analyzer :
        List.of(TextAnalyzers.indexedWords(), TextAnalyzers.ngrams(), TextAnalyzers.characters())) {
      List<String> fresh = tokens(analyzer, "残保金支出");
      try (TokenStream stream = analyzer.tokenStream("f", SENTENCE.repeat(200))) {
        stream.reset();
        stream.incrementToken();
        stream.incrementToken();
      }
      assertEquals(fresh, tokens(analyzer, "残保金支出"));
    }
  }

  public void test_long_runs_without_a_break_are_cut() throws IOException {
    String digits = "7".repeat(50_000);
    assertTrue(
        tokens(TextAnalyzers.indexedWords(), digits).stream().allMatch(t -> t.length() < 200));
    assertEquals(500, tokens(TextAnalyzers.indexedWords(), "经费".repeat(500)).size());
  }

  public void test_many_threads_get_the_answers_of_one() throws Exception {
    Analyzer analyzer = TextAnalyzers.indexedWords();
    List<String> texts = IntStream.range(0, 200).mapToObj(i -> SENTENCE + i + "劳模" + i).toList();
    List<List<String>> alone =
        texts.stream().map(t -> unchecked(() -> tokens(analyzer, t))).toList();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<List<String>>> together =
          texts.stream().map(t -> pool.submit(() -> tokens(analyzer, t))).toList();
      for (int i = 0; i < texts.size(); i++) {
        assertEquals(alone.get(i), together.get(i).get());
      }
    }
  }

  public void test_factories_are_found_by_name() throws IOException {
    var words =
        TokenizerFactory.forName(
            "mingzhangWords", new java.util.HashMap<>(Map.of("mode", "query")));
    try (var stream = words.create()) {
      stream.setReader(new StringReader("三公经费"));
      assertTokenStreamContents(stream, new String[] {"三公经费"});
    }
    var pairs =
        TokenizerFactory.forName(
            "mingzhangCharacters", new java.util.HashMap<>(Map.of("size", "2")));
    try (var stream = pairs.create()) {
      stream.setReader(new StringReader("三公经"));
      assertTokenStreamContents(stream, new String[] {"三公", "公经", "经"});
    }
    expectThrows(
        IllegalArgumentException.class,
        () ->
            TokenizerFactory.forName(
                "mingzhangCharacters", new java.util.HashMap<>(Map.of("size", "4"))));
  }

  private static List<String> tokens(Analyzer analyzer, String text) throws IOException {
    List<String> tokens = new java.util.ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("f", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term + "@" + offset.startOffset());
      }
      stream.end();
    }
    return tokens;
  }

  private static <T> T unchecked(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
