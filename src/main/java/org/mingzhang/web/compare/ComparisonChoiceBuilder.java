package org.mingzhang.web.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.RegionLookup;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;

/** Builds the choices of the form for comparisons from the existing documents. */
final class ComparisonChoiceBuilder {
  /** Maximum number of names offered as links; others have to be typed. */
  private static final int MAX_LINKS = 10;

  private static final int MAX_AGENCIES = 40;

  private final ComparableNameFinder nameFinder;
  private final DocumentCatalog catalog;
  private final Labels labels;
  private final PortalLinks links;

  ComparisonChoiceBuilder(
      ComparableNameFinder nameFinder, DocumentCatalog catalog, Labels labels, PortalLinks links) {
    this.nameFinder = nameFinder;
    this.catalog = catalog;
    this.labels = labels;
    this.links = links;
  }

  Map<String, Object> buildModel(ComparisonRequest question) {
    List<String> known = nameFinder.findNames(question.subject());
    DocumentCatalog.Snapshot documents = catalog.currentSnapshot();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "subjects",
        Arrays.stream(ComparisonSubject.values()).map(s -> subjectChoice(s, question)).toList());
    model.put("names", known);
    model.put("quick", nameLinks(known, question));
    model.put("measures", measureChoices(question));
    model.put(
        "places",
        RegionLookup.of(documents).paths().stream().map(RegionLookup::joinNames).toList());
    model.put("chosen", selectedRegionChoices(question));
    model.put("years", documents.years());
    DocumentNames namesInDocuments =
        documents.computeOnce(DocumentNames.class, DocumentNames::collect);
    model.put("agencies", namesInDocuments.agencies());
    model.put("categories", namesInDocuments.categories());
    model.put("figures", accountChoices(question));
    return model;
  }

  private ChoiceLink subjectChoice(ComparisonSubject subject, ComparisonRequest question) {
    boolean current = subject == question.subject();
    ComparisonRequest other = question.withSubject(subject, current ? question.name() : "");
    return new ChoiceLink(
        labels.text("compare.kind." + subject.id()), "", links.page(other.address()), current);
  }

  private List<ChoiceLink> nameLinks(List<String> names, ComparisonRequest question) {
    return names.stream()
        .limit(MAX_LINKS)
        .map(
            n ->
                createChoice(
                    question.withSubject(question.subject(), n), n.equals(question.name())))
        .toList();
  }

  private ChoiceLink createChoice(ComparisonRequest question, boolean isCurrent) {
    String label = ComparePage.displayName(question, labels);
    return new ChoiceLink(label, "", links.page(question.address()), isCurrent);
  }

  /**
   * Accounts stated by sections on the current topic, at most {@link #MAX_LINKS}; empty if the
   * subject is not a topic.
   */
  private List<ChoiceLink> accountChoices(ComparisonRequest question) {
    return question.subject() == ComparisonSubject.TOPIC
        ? nameFinder.findAccountNamesOn(question.name()).stream()
            .limit(MAX_LINKS)
            .map(n -> createChoice(question.withSubject(ComparisonSubject.FIGURE, n), false))
            .toList()
        : List.of();
  }

  private List<ChoiceLink> measureChoices(ComparisonRequest question) {
    List<ComparisonMeasure> measures = question.subject().measures();
    return measures.size() < 2
        ? List.of()
        : AmountControls.buildChoices(measures, "compare.measure.", question.measure(), labels);
  }

  /** The selected regions, each with the address of the comparison without that region. */
  private List<ChoiceLink> selectedRegionChoices(ComparisonRequest question) {
    return question.regions().stream()
        .map(
            r ->
                new ChoiceLink(
                    RegionLookup.joinLastTwoNames(r),
                    r,
                    links.page(question.withoutRegion(r).address()),
                    true))
        .toList();
  }

  /**
   * What the fields of the page suggest.
   *
   * @param agencies names of agencies without places, most frequent first
   * @param categories categories of documents, in order
   */
  private record DocumentNames(List<String> agencies, List<String> categories) {
    static DocumentNames collect(DocumentCatalog.Snapshot documents) {
      List<Hit> all = documents.readDocuments();
      return new DocumentNames(
          frequentAgencyNames(all),
          all.stream().map(Hit::category).filter(Objects::nonNull).distinct().sorted().toList());
    }
  }

  /** Names of agencies without places, most frequent first, at most {@link #MAX_AGENCIES}. */
  private static List<String> frequentAgencyNames(List<Hit> documents) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Hit hit : documents) {
      String name = hit.publisher();
      for (String place : hit.region()) {
        name = name.replace(place, "");
      }
      if (name.length() > 1 && hit.agency() != null) {
        counts.merge(name, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MAX_AGENCIES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
