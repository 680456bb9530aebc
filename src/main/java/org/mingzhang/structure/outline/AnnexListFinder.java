package org.mingzhang.structure.outline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;

/**
 * Finds lists of annexes: 附件： followed by numbered titles without text between them. The titles
 * name other publications and are not headings.
 */
final class AnnexListFinder {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(AnnexListFinder.class);
  private static final Pattern LABEL = PATTERNS.get("annex-list-finder-label");
  private static final Pattern FIRST_ENTRY = PATTERNS.get("first");
  private static final Pattern ENTRY = PATTERNS.get("entry");

  private AnnexListFinder() {}

  /** Finds the indices of all blocks in lists of annexes, including their labels. */
  static Set<Integer> findBlockIndexes(List<Block> blocks) {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      boolean label = matches(blocks, i, LABEL);
      if (!label && !matches(blocks, i, FIRST_ENTRY)) {
        continue;
      }
      int end = i + 1;
      while (matches(blocks, end, ENTRY)) {
        end++;
      }
      boolean last = end == blocks.size() && end - i > 1;
      if (last || end - i > (label ? 2 : 1)) {
        for (int j = i; j < end; j++) {
          found.add(j);
        }
      }
    }
    return found;
  }

  private static boolean matches(List<Block> blocks, int index, Pattern pattern) {
    return index < blocks.size()
        && blocks.get(index) instanceof TextBlock text
        && pattern.matcher(text.text()).matches();
  }
}
