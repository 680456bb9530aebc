package org.mingzhang.structure.metadata;

import java.util.List;

/**
 * Names of which a title left out the end: 某市市场监督管理（部门）决算. Where the text has the name with the one
 * character that names of bodies end in, it is that body.
 */
final class UnfinishedNames {
  private static final String ENDS = "局厅委办院所处会站馆";
  private static final int OPENING_LINES = 300;

  private UnfinishedNames() {}

  /** The name with its end; as it was read where it has one or the text does not give it. */
  static Claim<AgencyName> finished(Claim<AgencyName> claim, List<Line> lines) {
    AgencyName read = claim.value();
    if (read.endsAsOrgan()) {
      return claim;
    }
    for (Line line : lines.subList(0, Math.min(OPENING_LINES, lines.size()))) {
      int end = line.text().indexOf(read.name()) + read.name().length();
      if (end >= read.name().length()
          && end < line.text().length()
          && ENDS.indexOf(line.text().charAt(end)) >= 0) {
        AgencyName whole = new AgencyName(read.name() + line.text().charAt(end), read.scope());
        return new Claim<>(
            whole, claim.rule() + "+text", claim.quote() + " | " + whole.name(), claim.page());
      }
    }
    return claim;
  }
}
