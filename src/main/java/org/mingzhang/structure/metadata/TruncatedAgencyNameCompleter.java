package org.mingzhang.structure.metadata;

import java.util.List;

/**
 * Completes names that are cut off in a title: 某市市场监督管理（部门）决算. If the text contains the name
 * followed by a character with which agency names end, the longer name is used.
 */
final class TruncatedAgencyNameCompleter {
  private static final String NAME_END_CHARACTERS = "局厅委办院所处会站馆";
  private static final int MAX_OPENING_LINES = 300;

  private TruncatedAgencyNameCompleter() {}

  /** The completed name; unchanged if it is complete or the text does not complete it. */
  static MetadataClaim<AgencyName> complete(
      MetadataClaim<AgencyName> claim, List<DocumentLine> lines) {
    AgencyName read = claim.value();
    if (read.hasAgencyEnding()) {
      return claim;
    }
    for (DocumentLine line : MetadataSourceText.firstLines(MAX_OPENING_LINES, lines)) {
      int end = line.text().indexOf(read.name()) + read.name().length();
      if (end >= read.name().length()
          && end < line.text().length()
          && NAME_END_CHARACTERS.indexOf(line.text().charAt(end)) >= 0) {
        AgencyName whole =
            new AgencyName(read.name() + line.text().charAt(end), read.impliedScope());
        return new MetadataClaim<>(
            whole, claim.rule() + "+text", claim.quote() + " | " + whole.name(), claim.page());
      }
    }
    return claim;
  }
}
