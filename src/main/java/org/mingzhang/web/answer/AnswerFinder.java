package org.mingzhang.web.answer;

import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.question.AgencyDirectory;
import org.mingzhang.question.Inquiry;
import org.mingzhang.question.InquiryReader;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.compare.FactCells;
import org.mingzhang.web.compare.Slice;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.lookup.HitGroups;
import org.mingzhang.web.source.SearchPort;

/**
 * Answers what was typed where it is a question for a number: reads it, looks the facts up, and
 * arranges them. A query that names no account costs the reading alone. Safe on many threads.
 */
public final class AnswerFinder {
  /** More facts are not read for one answer. */
  static final int MOST = 20_000;

  /** More agencies are not named one by one in a search. */
  private static final int MOST_NAMED = 64;

  /** Further slices of one agency and year that are shown. */
  private static final int OTHERS = 6;

  private static final List<Fact.Kind> KINDS =
      List.of(Fact.Kind.AMOUNT, Fact.Kind.COUNT, Fact.Kind.CHANGE, Fact.Kind.RATE);

  private final InquiryReader reader = InquiryReader.standard();
  private final SearchPort search;
  private final Catalogue catalogue;
  private final Clock clock;
  private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

  /** The directory of agencies and the generation of the index it was made from. */
  private record Known(
      long generation, AgencyDirectory directory, Map<KnownAgency, List<Hit>> documents) {}

  /** Answers from an index; 去年 is the year before that of the clock. */
  public AnswerFinder(SearchPort search, Catalogue catalogue, Clock clock) {
    this.search = search;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The answer; empty where what was typed is no question for a number. */
  public Optional<DirectAnswer> of(String typed, Links links) {
    return reader
        .read(typed, Year.now(clock).getValue(), () -> known().directory())
        .map(inquiry -> answer(inquiry, new FactCells(links)));
  }

  /** The agencies of which documents are kept. */
  AgencyDirectory directory() {
    return known().directory();
  }

  private Known known() {
    Catalogue.Snapshot now = catalogue.now();
    Known known = latest.get();
    if (known == null || known.generation() != now.generation()) {
      Map<KnownAgency, List<Hit>> documents = agencies(now.documents());
      known = new Known(now.generation(), new AgencyDirectory(documents.keySet()), documents);
      latest.set(known);
    }
    return known;
  }

  private static Map<KnownAgency, List<Hit>> agencies(List<Hit> documents) {
    Map<List<Object>, KnownAgency> agencies = new HashMap<>();
    return HitGroups.by(documents, hit -> agencies.computeIfAbsent(key(hit), k -> agency(hit)));
  }

  private static List<Object> key(Hit hit) {
    return List.of(hit.region(), Catalogue.agency(hit));
  }

  private static KnownAgency agency(Hit hit) {
    return KnownAgency.of(hit.region(), Catalogue.agency(hit));
  }

  private DirectAnswer answer(Inquiry inquiry, FactCells cells) {
    if (inquiry.who().unknown()) {
      return DirectAnswer.without(inquiry, DirectAnswer.Form.UNKNOWN);
    }
    Known known = known();
    SearchAddress address = address(inquiry, known);
    if (search.total(address.request()) > MOST) {
      return DirectAnswer.without(inquiry, DirectAnswer.Form.TOO_MANY);
    }
    Map<KnownAgency, List<FactHit>> facts = new HashMap<>();
    search.each(
        address.request(),
        hit -> facts.computeIfAbsent(agency(hit), k -> new ArrayList<>()).add(new FactHit(hit)));
    List<AgencyFacts> agencies = new ArrayList<>();
    for (KnownAgency agency : inquiry.who().agencies()) {
      agencies.add(
          AgencyFacts.of(
              agency,
              facts.getOrDefault(agency, List.of()),
              known.documents().getOrDefault(agency, List.of()),
              cells));
    }
    return inquiry.who().list()
        ? new ListAnswer(inquiry, agencies).answer()
        : one(inquiry, agencies.getFirst());
  }

  private static SearchAddress address(Inquiry inquiry, Known known) {
    SearchAddress address =
        SearchAddress.of("", Scope.FACTS)
            .toggled(Dimension.ACCOUNT, inquiry.account().account().name())
            .toggled(Dimension.ITEM, SearchRequest.NOT_STATED);
    for (Fact.Kind kind : KINDS) {
      address = address.toggled(Dimension.FACT_KIND, kind.id());
    }
    Set<Integer> years = new TreeSet<>(inquiry.years());
    inquiry.years().forEach(year -> years.add(year - 1));
    boolean one = !inquiry.who().list();
    for (int year : one ? Set.<Integer>of() : years) {
      address = address.toggled(Dimension.FACT_YEAR, Integer.toString(year));
    }
    return narrowed(address, inquiry.who(), known);
  }

  /** Narrowed by agencies or regions, where all of those meant have one. */
  private static SearchAddress narrowed(SearchAddress address, Inquiry.Whose who, Known known) {
    if (who.named().isEmpty()) {
      return address;
    }
    Set<String> names = new LinkedHashSet<>();
    Set<String> regions = new LinkedHashSet<>();
    for (KnownAgency agency : who.agencies()) {
      known.documents().getOrDefault(agency, List.of()).stream()
          .map(hit -> Objects.requireNonNullElse(hit.agency(), ""))
          .forEach(names::add);
      regions.add(String.join("/", agency.region()));
    }
    boolean named = names.size() <= MOST_NAMED && !names.contains("");
    Set<String> chosen = named ? names : regions;
    if (!named && (regions.size() > MOST_NAMED || regions.contains(""))) {
      return address;
    }
    SearchAddress narrowed = address;
    for (String value : chosen) {
      narrowed = narrowed.toggled(named ? Dimension.AGENCY : Dimension.REGION, value);
    }
    return narrowed;
  }

  private static DirectAnswer one(Inquiry inquiry, AgencyFacts agency) {
    SliceOrder order = new SliceOrder(inquiry.account());
    List<DirectAnswer.Line> lines = new ArrayList<>();
    List<DirectAnswer.Line> others = new ArrayList<>();
    List<Integer> years = years(inquiry, agency);
    for (int year : years) {
      List<Slice> slices =
          agency.values(year).keySet().stream().sorted(order.comparator()).toList();
      boolean stated = !slices.isEmpty() && order.asked(slices.getFirst());
      lines.add(agency.line(year, stated ? slices.getFirst() : null, year - 1));
      if (years.size() == 1) {
        slices.stream()
            .skip(stated ? 1 : 0)
            .limit(OTHERS)
            .forEach(slice -> others.add(agency.line(year, slice, year - 1)));
      }
    }
    if (lines.stream().noneMatch(DirectAnswer.Line::valued) && others.isEmpty()) {
      agency.years().descendingSet().stream()
          .limit(1)
          .forEach(year -> others.add(first(agency, year, order)));
    }
    return new DirectAnswer(
        inquiry,
        DirectAnswer.Form.ONE,
        lines,
        others,
        DirectAnswer.Basis.NONE,
        DirectAnswer.Missing.NOTHING,
        agency.documents().stream().filter(d -> years.contains(d.year())).toList(),
        kept(agency));
  }

  private static DirectAnswer.Line first(AgencyFacts agency, int year, SliceOrder order) {
    Slice slice = agency.values(year).keySet().stream().min(order.comparator()).orElse(null);
    return agency.line(year, slice, year - 1);
  }

  private static List<Integer> kept(AgencyFacts agency) {
    return agency.documents().stream()
        .map(Hit::year)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }

  /** The years asked for, else the latest of which there is a value, else the latest kept. */
  private static List<Integer> years(Inquiry inquiry, AgencyFacts agency) {
    if (!inquiry.years().isEmpty()) {
      return inquiry.years();
    }
    List<Integer> stated =
        agency.years().descendingSet().stream().limit(inquiry.latest()).sorted().toList();
    return stated.isEmpty() ? kept(agency).stream().limit(1).toList() : stated;
  }
}
