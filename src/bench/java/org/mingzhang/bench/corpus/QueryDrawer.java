package org.mingzhang.bench.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.mingzhang.analysis.TextAnalyzers;
import org.mingzhang.model.Section;

/** Draws random queries from sections of a corpus; deterministic for a corpus and size. */
public final class QueryDrawer {
  private static final int LONGEST = 12;
  private static final int TRIES = 60;

  private final Corpus corpus;
  private final int documents;
  private final Random random = new Random(20261121);
  private final Analyzer analyzer = TextAnalyzers.queryWords();

  /**
   * A drawer.
   *
   * @param documents number of documents of the corpus that are measured
   */
  public QueryDrawer(Corpus corpus, int documents) {
    this.corpus = corpus;
    this.documents = documents;
  }

  /** Draws a number of queries of each kind. */
  public Queries draw(int count) {
    List<List<String>> words = new ArrayList<>();
    Set<String> prefixes = new LinkedHashSet<>();
    while (words.size() < count) {
      List<String> found = new Cut(text()).words;
      if (found.size() > 8) {
        int from = random.nextInt(found.size() - 3);
        words.add(List.copyOf(found.subList(from, from + 1 + random.nextInt(3))));
      }
    }
    while (prefixes.size() < Math.min(count, 200)) {
      String title = corpus.document(random.nextInt(documents)).disclosure().metadata().title();
      prefixes.add(String.valueOf(title).substring(0, 1 + random.nextInt(4)) + "");
      prefixes.add(agency().substring(0, 1 + random.nextInt(3)));
    }
    return new Queries(
        phrases(count, true),
        phrases(count, false),
        words,
        bool(words),
        ranges(words),
        List.copyOf(prefixes));
  }

  private String agency() {
    String agency = corpus.document(random.nextInt(documents)).disclosure().metadata().agency();
    return agency == null ? "中华人民" : agency;
  }

  private static List<String> bool(List<List<String>> words) {
    List<String> bool = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      String one = words.get(i).getFirst();
      String other = words.get(i + 1).getLast();
      bool.add(one + List.of(" AND ", " OR ", " NOT ").get(i % 3) + other);
    }
    return bool;
  }

  private List<String> ranges(List<List<String>> words) {
    List<String> ranges = new ArrayList<>();
    for (List<String> query : words) {
      int from = 2015 + random.nextInt(8);
      ranges.add("year:" + from + ".." + (from + random.nextInt(3)) + " " + query.getFirst());
    }
    return ranges;
  }

  private List<String> phrases(int count, boolean aligned) {
    Set<String> phrases = new LinkedHashSet<>();
    int misses = 0;
    while (phrases.size() < count && misses < count * TRIES) {
      int length = 1 + (phrases.size() % LONGEST);
      String phrase = new Cut(text()).phrase(length == 1 && !aligned ? 2 : length, aligned);
      if (phrase.isEmpty() || !phrases.add(phrase)) {
        misses++;
      }
    }
    return List.copyOf(phrases);
  }

  private String text() {
    List<Section> sections = corpus.document(random.nextInt(documents)).disclosure().sections();
    return sections.get(random.nextInt(sections.size())).text();
  }

  /** A text with its words and the places where they begin or end. */
  private final class Cut {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final BitSet ends = new BitSet();

    private Cut(String text) {
      this.text = text;
      try (TokenStream stream = analyzer.tokenStream("words", text)) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          words.add(term.toString());
          ends.set(place.startOffset());
          ends.set(place.endOffset());
        }
        stream.end();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String phrase(int length, boolean aligned) {
      for (int i = 0; i < TRIES && text.length() > length; i++) {
        int from = random.nextInt(text.length() - length);
        boolean fits = ends.get(from) && ends.get(from + length);
        String phrase = text.substring(from, from + length);
        if (fits == aligned && phrase.codePoints().allMatch(Character::isIdeographic)) {
          return phrase;
        }
      }
      return "";
    }
  }
}
