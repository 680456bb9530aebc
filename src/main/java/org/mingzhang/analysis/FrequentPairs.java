package org.mingzhang.analysis;

import java.util.List;

/**
 * The pairs of characters that stand in most sections, read from {@code frequent-pairs.txt}.
 *
 * <p>A phrase of such pairs would have to read the places of each in every section. Runs of three
 * characters that hold one are therefore in the index as well: they are as rare as other pairs.
 * Those that hold none are not, which saves two thirds of them. Immutable.
 */
public final class FrequentPairs {
  private static final FrequentPairs STANDARD =
      new FrequentPairs(ResourceLines.read("frequent-pairs.txt"));
  private static final int SLOTS = 1_024;

  private final int[] slots = new int[SLOTS];

  private FrequentPairs(List<String> pairs) {
    for (String pair : pairs) {
      int packed = packed(pair.charAt(0), pair.charAt(1));
      int slot = slot(packed);
      while (slots[slot] != 0) {
        slot = (slot + 1) % SLOTS;
      }
      slots[slot] = packed;
    }
  }

  /** The list of the product. */
  public static FrequentPairs standard() {
    return STANDARD;
  }

  /** Whether three characters hold one of the pairs, and so are in the index as a run. */
  public boolean inRun(int first, int second, int third) {
    return contains(first, second) || contains(second, third);
  }

  private boolean contains(int first, int second) {
    if (first > Character.MAX_VALUE || second > Character.MAX_VALUE) {
      return false;
    }
    int packed = packed(first, second);
    for (int slot = slot(packed); slots[slot] != 0; slot = (slot + 1) % SLOTS) {
      if (slots[slot] == packed) {
        return true;
      }
    }
    return false;
  }

  private static int packed(int first, int second) {
    return first << Character.SIZE | second;
  }

  private static int slot(int packed) {
    return (packed * 0x9E3779B9) >>> 22;
  }
}
