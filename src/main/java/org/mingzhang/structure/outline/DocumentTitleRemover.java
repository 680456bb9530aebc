package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TraditionalToSimplifiedConverter;

/**
 * Removes the title of the whole document from the heading candidates, since it looks like the
 * title of a part or an annex but is neither.
 */
final class DocumentTitleRemover {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DocumentTitleRemover.class);
  private static final Pattern EXPLANATION_TITLE = PATTERNS.get("explanation");
  private static final Pattern TITLE_AFTER_ANNEX_NUMBER = PATTERNS.get("annexed");

  private DocumentTitleRemover() {}

  /**
   * Returns the candidates without the document's title. A line such as 某局2022年度部门决算情况说明 is the
   * document's title if it precedes all other candidates and none of them is a part or chapter;
   * otherwise it is the title of a part. If the document has numbered parts, a first annex that is
   * the document itself (附件4：某局2022年度部门决算) is removed too.
   */
  static List<HeadingCandidate> removeFrom(List<HeadingCandidate> found) {
    if (!found.isEmpty() && isAnnexedDocumentTitle(found.getFirst()) && hasParts(found)) {
      return removeFrom(found.subList(1, found.size()));
    }
    int leading = 0;
    while (leading < found.size() && isExplanationTitle(found.get(leading))) {
      leading++;
    }
    long parts = found.stream().filter(DocumentTitleRemover::isOutermost).count();
    return parts == leading ? found.subList(leading, found.size()) : found;
  }

  private static boolean isAnnexedDocumentTitle(HeadingCandidate first) {
    return first.style() == NumeralStyle.ANNEX
        && TITLE_AFTER_ANNEX_NUMBER
            .matcher(TraditionalToSimplifiedConverter.simplify(first.title().text()))
            .matches();
  }

  private static boolean hasParts(List<HeadingCandidate> found) {
    return found.stream().anyMatch(c -> c.style() == NumeralStyle.PART);
  }

  private static boolean isExplanationTitle(HeadingCandidate headingCandidate) {
    return headingCandidate.style() == NumeralStyle.NONE
        && isOutermost(headingCandidate)
        && EXPLANATION_TITLE
            .matcher(TraditionalToSimplifiedConverter.simplify(headingCandidate.title().text()))
            .matches();
  }

  private static boolean isOutermost(HeadingCandidate headingCandidate) {
    return headingCandidate.style() == NumeralStyle.PART
        || headingCandidate.style() == NumeralStyle.CHAPTER
        || (headingCandidate.style() == NumeralStyle.NONE
            && headingCandidate.outlinePosition() == StandardTitles.OutlinePosition.PART);
  }
}
