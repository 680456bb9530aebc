package org.mingzhang.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.audit.RuleBook;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Section;
import org.mingzhang.web.render.Labels;

/**
 * A finding as shown.
 *
 * @param anchor {@code c3}, its place among the findings of the document, or {@code x0} among those
 *     with other documents
 * @param finding the finding
 * @param section heading of its section, or empty
 * @param slug slug of its section, or null
 * @param otherSection heading of the other place's section, or empty
 * @param otherSlug slug of the other place's section, or null
 * @param otherId the document of the other place, null for the same one
 * @param otherTitle title of that document, or empty
 */
public record FindingView(
    String anchor,
    Finding finding,
    String section,
    @Nullable String slug,
    String otherSection,
    @Nullable String otherSlug,
    @Nullable String otherId,
    String otherTitle) {

  /** Short name of its severity. */
  public String severity() {
    return Labels.id(finding.severity());
  }

  /** What its rule lets pass, in English; in Chinese where the rule is not in the book any more. */
  public @Nullable String toleranceEnglish() {
    return RuleBook.find(finding.rule())
        .map(RuleDescription::toleranceEnglish)
        .orElse(finding.tolerance());
  }

  static FindingView of(ArchivedDisclosure document, Finding finding, int index) {
    Finding.Place other = finding.other();
    int at = find(document, finding.section());
    int there = other == null ? -1 : find(document, other.section());
    return new FindingView(
        "c" + index,
        finding,
        heading(document, at),
        at < 0 ? null : document.sectionIds().get(at),
        heading(document, there),
        there < 0 ? null : document.sectionIds().get(there),
        null,
        "");
  }

  /** A finding whose other place is in another document. */
  static FindingView across(
      ArchivedDisclosure document, Finding finding, ArchivedDisclosure otherDocument, int index) {
    Finding.Place other = finding.other();
    int at = find(document, finding.section());
    int there = other == null ? -1 : find(otherDocument, other.section());
    return new FindingView(
        "x" + index,
        finding,
        heading(document, at),
        at < 0 ? null : document.sectionIds().get(at),
        heading(otherDocument, there),
        there < 0 ? null : otherDocument.sectionIds().get(there),
        otherDocument.id(),
        DocumentFacts.title(otherDocument));
  }

  private static String heading(ArchivedDisclosure document, int index) {
    return index < 0 ? "" : document.disclosure().sections().get(index).heading();
  }

  static int find(ArchivedDisclosure document, String path) {
    List<Section> sections = document.disclosure().sections();
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).path().equals(path)) {
        return i;
      }
    }
    return -1;
  }
}
