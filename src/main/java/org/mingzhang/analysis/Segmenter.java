package org.mingzhang.analysis;

import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * HanLP's Viterbi segmentation with the field's own words, without recognition of names.
 *
 * <p>Expects text that {@code SearchNormalizer} has folded: HanLP knows neither full width nor
 * traditional characters. Safe on many threads; make it once, the first loads HanLP's dictionaries
 * (some 0.6 s).
 */
public final class Segmenter {
  private static final String NATURE = "nz 1000";

  private final Segment segment;
  private final Set<String> stopWords;

  private Segmenter(boolean parts) {
    DynamicCustomDictionary words = new DynamicCustomDictionary();
    Stream.concat(ResourceLines.read("vocabulary.txt").stream(), Synonyms.standard().words())
        .forEach(word -> words.insert(word, NATURE));
    Segment viterbi =
        new ViterbiSegment()
            .enableAllNamedEntityRecognize(false)
            .enablePartOfSpeechTagging(false)
            .enableCustomDictionary(words)
            .enableCustomDictionaryForcing(true)
            .enableOffset(true);
    this.segment = parts ? viterbi.enableIndexMode(true) : viterbi;
    this.stopWords = Set.copyOf(ResourceLines.read("stopwords.txt"));
  }

  /** Words, and within long words the shorter ones they are made of: for what is indexed. */
  public static Segmenter forIndexing() {
    return new Segmenter(true);
  }

  /** Words alone: for what is asked. */
  public static Segmenter forQueries() {
    return new Segmenter(false);
  }

  /** The terms with {@code offset}s into the text, punctuation included. */
  List<Term> segment(String text) {
    return segment.seg(text);
  }

  /** Whether a word says nothing about what a text is about: a stop word or punctuation. */
  boolean isSilent(String word) {
    return stopWords.contains(word) || word.codePoints().noneMatch(Character::isLetterOrDigit);
  }
}
