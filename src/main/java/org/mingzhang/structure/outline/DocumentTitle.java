package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.text.SimplifiedText;

/**
 * Removes the title of the whole document from the candidates, since it looks like a part or an
 * annex but is neither.
 */
final class DocumentTitle {
  private static final Pattern EXPLANATION =
      Pattern.compile(".{0,40}20\\d\\d年度?.{0,12}(?:预算|决算)(?:公开)?(?:编制|情况)?说明");

  /** The document's title with an annex number, as in files of a list: 附件4：某局2022年度部门决算. */
  private static final Pattern ANNEXED =
      Pattern.compile(".{2,40}20\\d\\d年?度?.{0,4}(?:部门|单位)(?:预算|决算)(?:信息)?(?:公开)?(?:情况)?(?:说明|报告)?");

  private DocumentTitle() {}

  /**
   * The candidates without the document's title. A line such as 某局2022年度部门决算情况说明 is a part where
   * the document has other parts; where such lines precede everything and there are no other parts,
   * they are the title.
   */
  static List<Candidate> removeFrom(List<Candidate> found) {
    if (!found.isEmpty() && isAnnexed(found.getFirst()) && hasParts(found)) {
      return removeFrom(found.subList(1, found.size()));
    }
    int leading = 0;
    while (leading < found.size() && isExplanation(found.get(leading))) {
      leading++;
    }
    long parts = found.stream().filter(DocumentTitle::isOutermost).count();
    return parts == leading ? found.subList(leading, found.size()) : found;
  }

  private static boolean isAnnexed(Candidate first) {
    return first.style() == NumeralStyle.ANNEX
        && ANNEXED.matcher(SimplifiedText.of(first.title().text())).matches();
  }

  private static boolean hasParts(List<Candidate> found) {
    return found.stream().anyMatch(c -> c.style() == NumeralStyle.PART);
  }

  private static boolean isExplanation(Candidate candidate) {
    return candidate.style() == NumeralStyle.NONE
        && isOutermost(candidate)
        && EXPLANATION.matcher(SimplifiedText.of(candidate.title().text())).matches();
  }

  private static boolean isOutermost(Candidate candidate) {
    return candidate.style() == NumeralStyle.PART
        || candidate.style() == NumeralStyle.CHAPTER
        || (candidate.style() == NumeralStyle.NONE
            && candidate.place() == StandardTitle.Place.PART);
  }
}
