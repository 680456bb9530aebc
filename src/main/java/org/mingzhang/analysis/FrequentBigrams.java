package org.mingzhang.analysis;

import java.util.List;

/**
 * The bigrams of characters that occur in most sections, read from {@code frequent-pairs.txt}.
 *
 * <p>A phrase query over such bigrams would have to read their positions in nearly every section.
 * Trigrams that contain such a bigram are therefore indexed as well; they are as rare as other
 * bigrams. Other trigrams are not indexed, which leaves out two thirds of them. Immutable; a change
 * of the list requires a new version of the schema.
 */
public final class FrequentBigrams {
  private static final FrequentBigrams STANDARD =
      new FrequentBigrams(WordListReader.read("frequent-pairs.txt"));
  private static final int SLOT_COUNT = 1_024;

  private final int[] packedBigrams = new int[SLOT_COUNT];

  private FrequentBigrams(List<String> pairs) {
    for (String pair : pairs) {
      int packed = pack(pair.charAt(0), pair.charAt(1));
      int slot = hashSlot(packed);
      while (packedBigrams[slot] != 0) {
        slot = (slot + 1) % SLOT_COUNT;
      }
      packedBigrams[slot] = packed;
    }
  }

  /** The list that comes with the program. */
  public static FrequentBigrams standard() {
    return STANDARD;
  }

  /** Whether a trigram contains one of the bigrams and is therefore indexed. */
  public boolean containsFrequentBigram(int first, int second, int third) {
    return contains(first, second) || contains(second, third);
  }

  private boolean contains(int first, int second) {
    if (first > Character.MAX_VALUE || second > Character.MAX_VALUE) {
      return false;
    }
    int packed = pack(first, second);
    for (int slot = hashSlot(packed); packedBigrams[slot] != 0; slot = (slot + 1) % SLOT_COUNT) {
      if (packedBigrams[slot] == packed) {
        return true;
      }
    }
    return false;
  }

  private static int pack(int first, int second) {
    return first << Character.SIZE | second;
  }

  private static int hashSlot(int packed) {
    return (packed * 0x9E3779B9) >>> 22;
  }
}
