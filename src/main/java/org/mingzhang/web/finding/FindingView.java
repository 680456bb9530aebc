package org.mingzhang.web.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingAnchors;
import org.mingzhang.model.Section;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.render.Labels;

/**
 * A finding as shown on pages, with the places to which it links.
 *
 * @param anchor its anchor, see {@link FindingAnchors}
 * @param finding the finding
 * @param sectionHeading heading of its section, or empty
 * @param slug slug of its section, or null
 * @param otherSectionHeading heading of the other place's section, or empty
 * @param otherSlug slug of the other place's section, or null
 * @param otherId id of the document of the other place, null for the same document
 * @param otherTitle title of that document, or empty
 */
public record FindingView(
    String anchor,
    Finding finding,
    String sectionHeading,
    @Nullable String slug,
    String otherSectionHeading,
    @Nullable String otherSlug,
    @Nullable String otherId,
    String otherTitle) {

  /** Short name of its severity. */
  public String severity() {
    return Labels.id(finding.severity());
  }

  /** The difference of its numbers as text; empty unless they are amounts or rates. */
  public String gap(Labels labels) {
    return GapFormatter.format(finding, labels);
  }

  /**
   * Anchors that the finding had under former ids of its rule, so that old links still work as long
   * as the finding quotes the same words.
   */
  public List<String> formerAnchors() {
    String prefix = anchor.substring(0, anchor.indexOf('-') + 1);
    return RuleTexts.formerIdsOf(finding.rule()).stream()
        .map(id -> FindingAnchors.formerAnchor(prefix, finding, id))
        .toList();
  }

  /**
   * The tolerance of its rule in English. If the rule does not exist or has no tolerance, the
   * tolerance stored with the finding, which is in Chinese, or null if there is none.
   */
  public @Nullable String toleranceEnglish() {
    return RuleTexts.find(finding.rule())
        .map(RuleDescription::toleranceEnglish)
        .orElse(finding.tolerance());
  }

  /** The description of its rule; null if the rule no longer exists. */
  public @Nullable RuleDescription rule() {
    return RuleTexts.find(finding.rule()).orElse(null);
  }

  /** The findings within a document, in reading order. */
  public static List<FindingView> buildAll(ArchivedDisclosure document) {
    List<Finding> findings = document.disclosure().findings();
    List<String> anchors = FindingAnchors.ofDocument(findings).names();
    List<FindingView> views = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      views.add(build(document, findings.get(i), document, anchors.get(i)));
    }
    return views;
  }

  /**
   * The finding within a document that has an anchor now or had it when another rule reported it;
   * empty if there is none.
   */
  public static Optional<FindingView> find(ArchivedDisclosure document, String anchor) {
    return buildAll(document).stream()
        .filter(view -> view.anchor().equals(anchor) || view.formerAnchors().contains(anchor))
        .findFirst();
  }

  /** The most severe findings of a document. Findings of equal severity are in reading order. */
  public static List<FindingView> findMostSevere(ArchivedDisclosure document, int limit) {
    return buildAll(document).stream()
        .sorted(Comparator.comparing((FindingView view) -> view.finding().severity()))
        .limit(limit)
        .toList();
  }

  /** The findings whose first or second quotation is in a section. */
  public static List<FindingView> findQuoting(ArchivedDisclosure document, String path) {
    boolean some = document.disclosure().findings().stream().anyMatch(f -> quotesSection(f, path));
    return some
        ? buildAll(document).stream().filter(view -> quotesSection(view.finding(), path)).toList()
        : List.of();
  }

  private static boolean quotesSection(Finding finding, String path) {
    Finding.QuoteLocation other = finding.other();
    return finding.sectionPath().equals(path)
        || (other != null && other.sectionPath().equals(path));
  }

  /**
   * Builds the view of a finding.
   *
   * @param otherDocument document of the finding's second quotation, if it has one; may be the same
   *     document
   */
  static FindingView build(
      ArchivedDisclosure document,
      Finding finding,
      ArchivedDisclosure otherDocument,
      String anchor) {
    Finding.QuoteLocation other = finding.other();
    int first = indexOfSection(document, finding.sectionPath());
    int second = other == null ? -1 : indexOfSection(otherDocument, other.sectionPath());
    boolean same = otherDocument.id().equals(document.id());
    return new FindingView(
        anchor,
        finding,
        headingAt(document, first),
        first < 0 ? null : document.sectionIds().get(first),
        headingAt(otherDocument, second),
        second < 0 ? null : otherDocument.sectionIds().get(second),
        same ? null : otherDocument.id(),
        same ? "" : DocumentDescription.title(otherDocument));
  }

  private static String headingAt(ArchivedDisclosure document, int index) {
    return index < 0 ? "" : document.disclosure().sections().get(index).heading();
  }

  /** Index of the section with a path; -1 if there is none. */
  public static int indexOfSection(ArchivedDisclosure document, String path) {
    List<Section> sections = document.disclosure().sections();
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).path().equals(path)) {
        return i;
      }
    }
    return -1;
  }
}
