package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;

/** Decides whether each term of a glossary becomes a section of its own. */
final class GlossarySplitRule {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(GlossarySplitRule.class);
  private static final Pattern GLOSSARY_TITLE = PATTERNS.get("glossary-split-rule-title");
  private static final Pattern PART_TITLE = Pattern.compile("第[一二三四五六七八九十]{1,3}部分.*");
  private static final Pattern BUDGET_ITEM_OF_AGENCY = PATTERNS.get("budget-item-of-agency");

  private GlossarySplitRule() {}

  /**
   * Whether to split the glossary: only if it explains the agency's own budget subjects, as the
   * forms of several provinces require. A glossary of common terms is kept as one text.
   */
  static boolean mustSplit(List<Block> blocks) {
    boolean inside = false;
    for (Block block : blocks) {
      if (!(block instanceof TextBlock text)) {
        continue;
      }
      String line = text.text().strip();
      if (GLOSSARY_TITLE.matcher(line).matches()) {
        inside = true;
      } else if (inside
          && (PART_TITLE.matcher(line).matches()
              || StandardTitles.findOutlinePosition(line) != null)) {
        inside = false;
      } else if (inside && BUDGET_ITEM_OF_AGENCY.matcher(line).matches()) {
        return true;
      }
    }
    return false;
  }
}
