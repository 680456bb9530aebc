package org.mingzhang.web.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/**
 * A fact of a document as shown on pages.
 *
 * @param anchor its anchor
 * @param fact the fact
 * @param name its account in the language of the page, followed by its item
 * @param displayedValue its value: amounts in 万元, changes with a sign, rates and shares in percent
 * @param isAmountOfMoney whether the value is in 万元
 * @param slice perimeter, fund, year, period or instant, stage and basis as text, as far as stated
 * @param reference text on what a change, rate or share refers to, or empty
 * @param places the places that state it, at least one
 */
public record FactView(
    String anchor,
    Fact fact,
    String name,
    String displayedValue,
    boolean isAmountOfMoney,
    String slice,
    String reference,
    List<LocationView> places) {
  private static final int MAX_FURTHER_PLACES = 2;

  /**
   * A place that states a fact.
   *
   * @param number 1-based
   * @param sectionHeading heading of its section, or empty
   * @param slug slug of its section, or null
   * @param address address of the section with the fact marked, or of the document if the section
   *     is not found
   * @param page 1-based page
   * @param quote words of the place
   */
  public record LocationView(
      int number,
      String sectionHeading,
      @Nullable String slug,
      String address,
      int page,
      String quote) {}

  /** The first place that states the fact. */
  public LocationView firstLocation() {
    return places.getFirst();
  }

  /**
   * The places after the first, at most {@link #MAX_FURTHER_PLACES}. The page with the highlighted
   * fact lists all of them.
   */
  public List<LocationView> otherLocations() {
    return places.subList(1, Math.min(places.size(), 1 + MAX_FURTHER_PLACES));
  }

  /**
   * Builds views of the facts of a document.
   *
   * @param version beginning of the fingerprint of the version shown, empty for the newest
   * @param sections indexes of sections by path
   */
  record Builder(
      ArchivedDisclosure document,
      Labels labels,
      PortalLinks links,
      String version,
      Map<String, Integer> sections) {
    static Builder of(
        ArchivedDisclosure document, Labels labels, PortalLinks links, String version) {
      Map<String, Integer> sections = new HashMap<>();
      for (Section section : document.disclosure().sections()) {
        sections.put(section.path(), sections.size());
      }
      return new Builder(document, labels, links, version, sections);
    }

    FactView build(AnchoredFact anchoredFact) {
      Fact fact = anchoredFact.fact();
      String anchor = anchoredFact.anchor();
      List<LocationView> places = new ArrayList<>();
      for (FactLocation location : fact.locations()) {
        places.add(buildLocation(location, anchor, places.size() + 1));
      }
      return new FactView(
          anchor,
          fact,
          displayName(fact),
          AmountFormat.formatFact(
              fact.kind(), fact.value(), fact.printed(), fact.unit(), isChange(fact)),
          fact.unit().endsWith("元"),
          String.join(labels.text("fact.comma"), labels.slice(fact.context())),
          formatReference(fact),
          places);
    }

    private LocationView buildLocation(FactLocation location, String anchor, int number) {
      int index = sections.getOrDefault(location.sectionPath(), -1);
      String slug = index < 0 ? null : document.sectionIds().get(index);
      return new LocationView(
          number,
          index < 0 ? "" : document.disclosure().sections().get(index).heading(),
          slug,
          slug == null
              ? links.document(document.id())
              : links.fact(document.id(), slug, anchor, version),
          location.page(),
          location.quote());
    }

    private String displayName(Fact fact) {
      String account = labels.account(fact.account());
      String item = fact.context().item();
      return item == null || item.equals(fact.account()) ? account : account + " › " + item;
    }

    private static boolean isChange(Fact fact) {
      Fact.ReferenceAmount reference = fact.reference();
      return reference == null || reference.rateOf() == Fact.RateKind.CHANGE;
    }

    private String formatReference(Fact fact) {
      Fact.ReferenceAmount reference = fact.reference();
      if (reference == null) {
        return "";
      }
      if (fact.kind() == Fact.Kind.SHARE) {
        String whole = reference.whole();
        return whole == null ? "" : labels.text("fact.of", labels.accountInSentence(whole));
      }
      Stage stage = reference.stage();
      Integer year = reference.year();
      String base =
          Stream.of(
                  year == null ? null : year.toString(),
                  stage == null ? null : labels.stage(stage.label()))
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" "));
      return base.isEmpty()
          ? ""
          : labels.text(
              reference.rateOf() == Fact.RateKind.COMPLETION ? "fact.completion" : "fact.against",
              base);
    }
  }
}
