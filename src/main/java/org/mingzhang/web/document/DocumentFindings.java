package org.mingzhang.web.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Finding;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.finding.CrossDocumentFindingFinder;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;

/**
 * Builds the view of a document's findings, all of them or those of one severity, and the summary
 * of checks.
 */
final class DocumentFindings {
  private final CrossDocumentFindingFinder crossDocumentFinder;

  DocumentFindings(CrossDocumentFindingFinder crossDocumentFinder) {
    this.crossDocumentFinder = crossDocumentFinder;
  }

  /**
   * Builds the template model of the findings. Contradictions between documents are added for the
   * newest version only.
   *
   * @param severity short name of the severity to show, null for all
   * @param version beginning of the fingerprint of the version shown, empty for the newest
   */
  Map<String, Object> buildModel(
      ArchivedDisclosure document,
      @Nullable String severity,
      String version,
      Labels labels,
      PortalLinks links) {
    List<FindingView> own = FindingView.buildAll(document);
    List<FindingView> others =
        version.isEmpty() ? crossDocumentFinder.findAll(document) : List.of();
    List<FindingView> all = new ArrayList<>(own);
    all.addAll(others);
    Map<String, Object> model = new HashMap<>();
    model.put("findings", filterBySeverity(own, severity));
    model.put("across", filterBySeverity(others, severity));
    model.put("severities", buildChoices(document.id(), all, severity, version, labels, links));
    model.put("disputed", DisputedAmounts.of(document.disclosure()).describe(labels));
    model.put("checked", AuditSummary.summarize(document.disclosure(), document.sectionIds()));
    return model;
  }

  private static List<FindingView> filterBySeverity(
      List<FindingView> views, @Nullable String severity) {
    return severity == null
        ? views
        : views.stream().filter(view -> view.severity().equals(severity)).toList();
  }

  /**
   * Choices for all findings and for each severity that occurs; empty if at most one severity
   * occurs and none is chosen.
   */
  private static List<ChoiceLink> buildChoices(
      String id,
      List<FindingView> findings,
      @Nullable String chosenSeverity,
      String version,
      Labels labels,
      PortalLinks links) {
    List<ChoiceLink> choices = new ArrayList<>();
    for (Finding.Severity severity : Finding.Severity.values()) {
      String name = Labels.id(severity);
      int count = filterBySeverity(findings, name).size();
      if (count > 0) {
        choices.add(
            new ChoiceLink(
                labels.severity(name),
                AmountFormat.formatCount(count),
                address(id, name, version, links),
                name.equals(chosenSeverity)));
      }
    }
    if (choices.size() > 1 || chosenSeverity != null) {
      choices.addFirst(
          new ChoiceLink(
              labels.text("finding.all"),
              AmountFormat.formatCount(findings.size()),
              address(id, null, version, links),
              chosenSeverity == null));
      return choices;
    }
    return List.of();
  }

  private static String address(
      String id, @Nullable String severity, String version, PortalLinks links) {
    return links.page(
        new QueryString()
            .add("view", "findings")
            .add("severity", severity)
            .add("v", version)
            .appendTo(PortalLinks.permalink(id)));
  }
}
